#!/usr/bin/env node
import { createRequire } from 'node:module';

// Sooner there than by an import, which looks through the text for what it exports.
createRequire(import.meta.url)('../dist/bundle/main.js');
