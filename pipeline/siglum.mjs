#!/usr/bin/env node
// The program's entry: lets Node read the TypeScript of the stages, then hands over to the command line.
import { register } from 'tsx/esm/api';

register();
await import('./cli.ts');
