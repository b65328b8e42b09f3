import { describeLibrary } from './suite';
import { toolkit } from './support/toolkit';

describe('cdktn', () => describeLibrary(toolkit('cdktn')));
