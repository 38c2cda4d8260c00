// Loaded before the program by the benchmark: the process tells the most memory it held, in KiB, when it ends.
process.on('exit', () => process.stderr.write(`peak memory: ${process.resourceUsage().maxRSS} KiB\n`));
