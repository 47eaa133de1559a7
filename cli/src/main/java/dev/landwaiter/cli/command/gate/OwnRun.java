package dev.landwaiter.cli.command.gate;

import dev.landwaiter.base.text.Problem;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.policy.gatekeeper.Manifest;
import dev.landwaiter.policy.gatekeeper.Resource;
import dev.landwaiter.policy.gatekeeper.read.ManifestReader;
import dev.landwaiter.policy.gatekeeper.run.ReviewSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// `gate test`, our own: one unreadable document does not end the run, lists are unfolded, every
/// result has its place.
final class OwnRun {
  private final Invocation invocation;
  private final Values values;
  private final List<Problem> problems = new ArrayList<>();
  private final List<String> printed = new ArrayList<>();

  OwnRun(Invocation invocation) {
    this.invocation = invocation;
    this.values = invocation.values();
  }

  int run() throws UsageException, IOException {
    List<String> names = new ArrayList<>(values.repeated(GateFlags.FILENAME));
    names.addAll(invocation.arguments());
    GateFiles.Read read = new GateFiles(invocation, false).read(names);
    problems.addAll(read.problems());
    var homes = new Homes(values.text(GateFlags.NAMESPACE));
    List<Manifest> manifests =
        read.manifests().stream()
            .flatMap(each -> ManifestReader.unfolded(each).stream())
            .filter(this::isObject)
            .map(homes::of)
            .toList();
    boolean verbose = values.flag(GateFlags.VERBOSE);
    var settings =
        new ReviewSettings(
            ReviewSettings.GATOR,
            values.flag(GateFlags.TRACE),
            printed::add,
            values.flag(GateFlags.STATS) ? Ticks::now : () -> 0);
    Gate.Refusals refusals =
        (manifest, doing, why) ->
            problems.add(Refused.problem(manifest, doing, OutsideData.hinted(why)));
    try {
      Gate gate =
          Gate.of(
              Engines.asking(invocation, verbose, OutsideData.of(invocation, manifests, refusals)),
              manifests,
              Namespaces.of(manifests, values.flag(GateFlags.EMPTY_NAMESPACE)),
              settings,
              true,
              refusals);
      Warnings.unknownActions(gate.client(), invocation.log());
      Warnings.allowLists(gate.client(), invocation.log());
      List<Manifest> objects =
          manifests.stream().filter(each -> isJudged(each.resource())).toList();
      List<Gate.Outcome> outcomes = gate.review(objects, verbose);
      for (Gate.Outcome outcome : outcomes) {
        if (!outcome.trouble().isEmpty()) {
          problems.add(Refused.problem(outcome.manifest(), List.of(), outcome.trouble(), ""));
        }
      }
      return new GateReport(invocation, gate, outcomes, problems, printed).show();
    } catch (GateException e) {
      throw new IllegalStateException("problems are gathered, not thrown", e);
    }
  }

  /// Whether a document is an object of Kubernetes; what is none is told, since it is not judged.
  private boolean isObject(Manifest manifest) {
    String kind = manifest.resource().type().kind();
    String version = manifest.resource().type().version();
    if (kind.isEmpty() != version.isEmpty()) {
      String missing = kind.isEmpty() ? "kind" : "apiVersion";
      problems.add(
          Refused.problem(
              manifest, List.of(), "an object without " + missing + ", it is not judged", ""));
    } else if (kind.isEmpty()) {
      invocation
          .log()
          .warn(
              Refused.problem(manifest, List.of(), "no object of Kubernetes, it is not judged", "")
                  .toString());
    }
    return !kind.isEmpty() && !version.isEmpty();
  }

  /// In a cluster Gatekeeper checks its own resources and does not judge them by constraints.
  private static boolean isJudged(Resource resource) {
    String group = resource.type().group();
    return !group.endsWith(".gatekeeper.sh") && !group.equals("gatekeeper.sh");
  }
}
