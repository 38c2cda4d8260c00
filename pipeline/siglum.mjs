#!/usr/bin/env node
// The command: loads the built program, which in a checkout is first rebuilt if a source has
// changed.
import { builtEntry } from './program/build.mjs';

const { siglumProcess } = await import(await builtEntry('siglum'));
await siglumProcess();
