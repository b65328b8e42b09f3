import { toolkit } from '../cdktf/support/toolkit';
import { describeSelfManagedTerraform } from './self-managed-suite';

jest.setTimeout(180_000);
describeSelfManagedTerraform(toolkit('cdktf'));
