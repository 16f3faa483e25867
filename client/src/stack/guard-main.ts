import { runGuard } from './guard.ts';

// The entry of the guard process; a bundle of its own.
void runGuard(process.stdin);
