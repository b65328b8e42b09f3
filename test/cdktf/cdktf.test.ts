import { describeLibrary } from './suite';
import { toolkit } from './support/toolkit';

describe('cdktf', () => describeLibrary(toolkit('cdktf')));
