import { describeSelfManaged } from './self-managed-suite';
import { toolkit } from './support/toolkit';

describe('cdktf', () => describeSelfManaged(toolkit('cdktf')));
