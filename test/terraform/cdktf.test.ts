import { toolkit } from '../cdktf/support/toolkit';
import { describeTerraform } from './suite';

jest.setTimeout(120_000);
describeTerraform(toolkit('cdktf'));
