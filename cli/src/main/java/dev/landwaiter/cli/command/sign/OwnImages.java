package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import java.io.IOException;

/// Verifies images and tells all of it, also about those that fail.
record OwnImages(Invocation invocation, Judging judging, Policies policies) {
  int verify(ImageRun run) throws UsageException, IOException {
    int failed = 0;
    for (String image : invocation.arguments()) {
      failed += run.verify(image).accepted().isEmpty() ? 1 : 0;
    }
    return failed > 0 ? 1 : 0;
  }
}
