#!/usr/bin/env node
// The command: loads the built program (in a checkout built again where a source has changed).
import { builtEntry } from './program/build.mjs';

const { siglum } = await import(await builtEntry('siglum'));
await siglum();
