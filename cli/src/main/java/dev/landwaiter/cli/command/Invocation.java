package dev.landwaiter.cli.command;

import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.world.Dialect;
import dev.landwaiter.cli.world.World;
import java.util.List;

/// One call of a command.
public record Invocation(
    World world, Dialect dialect, Values values, List<String> arguments, Log log) {}
