import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A directory of its own for each test file, gone afterwards. */
export function workspace(): { readonly root: string; write(name: string, content: string | Uint8Array): string } {
  const root = mkdtempSync(path.join(tmpdir(), 'redis-blueprints-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  return {
    root,
    write(name, content) {
      const file = path.join(root, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
      return file;
    },
  };
}

/** A blueprint that has nothing to complain about in development. */
export const REPLICATED = `kind: replicated
name: sessions
environment: development
region: eu-central-1
workload: session
nodeType: cache.m7g.large
replicas: 1
network:
  vpcId: vpc-0a1b2c3d4e5f60718
  subnetIds: [subnet-0aaa1111bbbb2222c, subnet-0bbb2222cccc3333d]
  availabilityZones: [eu-central-1a, eu-central-1b]
  allowFromSecurityGroups: [sg-0123456789abcdef0]
access:
  users:
    - name: web
      can: [read, write]
      keys: ['session:*']
monitoring:
  emails: [oncall@example.com]
`;
