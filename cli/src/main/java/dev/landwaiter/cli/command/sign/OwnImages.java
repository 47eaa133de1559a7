package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import java.io.IOException;
import java.util.List;

/// Verifies images and tells all of it, also about those that fail.
record OwnImages(Invocation invocation, Judging judging, ImageRun run) {
  int verify(List<String> images) throws UsageException, IOException {
    int failed = 0;
    for (String image : images) {
      failed += run.verify(image).accepted().isEmpty() ? 1 : 0;
    }
    return failed > 0 ? 1 : 0;
  }
}
