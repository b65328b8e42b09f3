#!/usr/bin/env node
import { processIo, run } from '../lib/cli';

// A reader that stops reading, such as `head`, is no error of anybody's.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));
void run(process.argv.slice(2), processIo()).then((code) => void (process.exitCode = code));
