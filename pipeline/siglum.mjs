#!/usr/bin/env node
// The program's entry: opens the compiled program, then hands over to the command line.
import { keepForms, openProgram } from './program/open.mjs';

const { commandLine } = await openProgram();
const { siglum } = await commandLine();
await siglum();
await keepForms();
