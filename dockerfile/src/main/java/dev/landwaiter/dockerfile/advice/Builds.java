package dev.landwaiter.dockerfile.advice;

import dev.landwaiter.dockerfile.lint.Command;

/// Commands that make a program from its sources.
final class Builds {
  private Builds() {}

  static boolean is(Command command) {
    return switch (command.name()) {
      case "go" -> command.hasArgument("build", "install");
      case "cargo" -> command.hasArgument("build", "install");
      case "mvn", "mvnw", "./mvnw", "gradle", "gradlew", "./gradlew", "ant", "sbt" -> true;
      case "make", "cmake", "ninja", "gcc", "g++", "cc", "c++", "clang", "clang++" -> true;
      case "npm", "yarn", "pnpm" -> command.hasArgument("build");
      case "dotnet" -> command.hasArgument("publish", "build");
      case "tsc", "webpack", "vite" -> true;
      default -> false;
    };
  }
}
