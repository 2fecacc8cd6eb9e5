#!/usr/bin/env node
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
require('@backstage/cli/config/nodeTransform.cjs');
const { main } = require('../src/process/main.ts');

await main(process.argv.slice(2));
