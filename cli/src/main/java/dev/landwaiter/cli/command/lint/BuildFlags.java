package dev.landwaiter.cli.command.lint;

import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.LintFlags;
import dev.landwaiter.dockerfile.stage.BuildInput;
import dev.landwaiter.dockerfile.stage.Images;
import dev.landwaiter.dockerfile.stage.Platform;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What the command line says a build is given.
final class BuildFlags {
  private BuildFlags() {}

  static BuildInput of(Values values) throws UsageException {
    Map<String, String> arguments = new HashMap<>();
    for (String each : values.repeated(LintFlags.BUILD_ARG)) {
      int sign = each.indexOf('=');
      if (sign < 1) {
        throw new UsageException(
            "--build-arg %s: write it as NAME=VALUE; the environment is not looked at"
                .formatted(each));
      }
      arguments.put(each.substring(0, sign), each.substring(sign + 1));
    }
    String target = values.text(LintFlags.TARGET);
    return new BuildInput(
        arguments,
        target.isEmpty() ? Optional.empty() : Optional.of(target),
        platform(values.text(LintFlags.PLATFORM)),
        Images.UNKNOWN);
  }

  private static Platform platform(String text) throws UsageException {
    return text.isEmpty()
        ? Platform.LINUX
        : Platform.read(text)
            .orElseThrow(() ->
                new UsageException(
                    "--platform %s is no platform such as linux/arm64".formatted(text)));
  }
}
