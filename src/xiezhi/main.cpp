// `xiezhi`: one binary with subcommands.
#include "cli/commands.h"

int main(int count, char** values) { return xiezhi::cli::run({values + 1, values + count}); }
