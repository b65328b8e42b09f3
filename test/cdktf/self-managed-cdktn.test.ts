import { describeSelfManaged } from './self-managed-suite';
import { toolkit } from './support/toolkit';

describe('cdktn', () => describeSelfManaged(toolkit('cdktn')));
