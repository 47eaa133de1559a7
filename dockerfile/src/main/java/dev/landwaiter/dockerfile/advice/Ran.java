package dev.landwaiter.dockerfile.advice;

import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.syntax.Instruction;

/// A command and the RUN it stands in.
record Ran(Instruction.Run run, Command command) {}
