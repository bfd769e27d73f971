// Milliseconds of one processor for each kind of document; the aim is 50.
import { execFileSync } from 'node:child_process';

execFileSync('build/release/bench/documents/bench_documents', { stdio: 'inherit' });
