package dev.landwaiter.cli.command.lint;

import dev.landwaiter.base.finding.Waiver;
import dev.landwaiter.cli.command.Waivers;
import dev.landwaiter.dockerfile.Finding;
import dev.landwaiter.dockerfile.output.Hidden;
import dev.landwaiter.dockerfile.output.Linted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The waivers of landwaiter.yaml, applied to what is found in Dockerfiles.
record Waiving(Waivers waivers) {
  /// The same file with what is waived hidden.
  Linted applied(Linted linted) {
    if (waivers.isEmpty()) {
      return linted;
    }
    List<Finding> left = new ArrayList<>();
    List<Hidden> hidden = new ArrayList<>(linted.hidden());
    for (Finding finding : linted.findings()) {
      Optional<Waiver> waiver =
          waivers.covering(
              linted.name(), id -> id.equals(finding.id()) || finding.aliases().contains(id));
      if (waiver.isPresent()) {
        hidden.add(new Hidden(finding, false, waiver.get().reason()));
      } else {
        left.add(finding);
      }
    }
    return new Linted(linted.name(), linted.file(), linted.source(), left, hidden);
  }
}
