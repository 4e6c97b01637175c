#!/usr/bin/env node
// Stands beside the build, so that the command can be linked before anything is built.
import '../dist/main.js'
