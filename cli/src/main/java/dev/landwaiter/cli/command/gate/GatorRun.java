package dev.landwaiter.cli.command.gate;

import dev.landwaiter.base.text.Plain;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.policy.gatekeeper.ExternalData;
import dev.landwaiter.policy.gatekeeper.Manifest;
import dev.landwaiter.policy.gatekeeper.Report;
import dev.landwaiter.policy.gatekeeper.Reported;
import dev.landwaiter.policy.gatekeeper.Response;
import dev.landwaiter.policy.gatekeeper.Result;
import dev.landwaiter.policy.gatekeeper.output.GatorJson;
import dev.landwaiter.policy.gatekeeper.output.GatorText;
import dev.landwaiter.policy.gatekeeper.output.GatorYaml;
import dev.landwaiter.policy.gatekeeper.run.ReviewSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// `gator test`: what it reads, prints and ends with (reference 14).
final class GatorRun {
  private static final Comparator<Reported> ORDER =
      Comparator.<Reported, String>comparing(each -> each.result().action())
          .thenComparing(each -> each.result().violation().message());

  private final Invocation invocation;
  private final Values values;
  private final StringBuilder printed = new StringBuilder();

  GatorRun(Invocation invocation) {
    this.invocation = invocation;
    this.values = invocation.values();
  }

  int run() throws UsageException, IOException {
    if (!invocation.arguments().isEmpty()) {
      throw UsageException.withUsage(
          "unknown command \"" + invocation.arguments().getFirst() + "\" for \"gator test\"");
    }
    try {
      return judged();
    } catch (GateException e) {
      invocation.world().stderr().println(Plain.lines(String.valueOf(e.getMessage())));
      return invocation.dialect().errorCode();
    }
  }

  private int judged() throws UsageException, IOException, GateException {
    GateFiles.Read read = new GateFiles(invocation, true).read(values.repeated(GateFlags.FILENAME));
    if (!read.problems().isEmpty()) {
      throw new GateException("reading: " + read.problems().getFirst());
    }
    List<Manifest> manifests = read.manifests();
    if (manifests.isEmpty()) {
      throw new GateException("no input data identified");
    }
    warnOfDoubles(manifests);
    boolean verbose = values.flag(GateFlags.VERBOSE);
    boolean stats = values.flag(GateFlags.STATS);
    var settings =
        new ReviewSettings(
            ReviewSettings.GATOR,
            values.flag(GateFlags.TRACE),
            line -> printed.append(line).append('\n'),
            stats ? Ticks::now : () -> 0);
    Gate gate =
        Gate.of(
            new Asking(Engines.client(invocation, verbose, true), ExternalData.NONE),
            manifests,
            Namespaces.of(manifests, true),
            settings,
            false,
            (manifest, doing, why) -> {
              String hint = why.hint().isEmpty() ? "" : "\n" + why.hint();
              throw new GateException("auditing objects: " + doing + ": " + why.text() + hint);
            });
    Warnings.unknownActions(gate.client(), invocation.log());
    List<Gate.Outcome> outcomes = gate.review(manifests, verbose);
    return show(outcomes, stats, verbose);
  }

  private int show(List<Gate.Outcome> outcomes, boolean stats, boolean verbose)
      throws UsageException, IOException, GateException {
    List<Reported> results = new ArrayList<>();
    List<Response.Run> runs = new ArrayList<>();
    boolean denied = false;
    for (Gate.Outcome outcome : outcomes) {
      if (!outcome.trouble().isEmpty()) {
        throw new GateException("auditing objects: " + outcome.trouble());
      }
      runs.addAll(outcome.response().runs());
      for (Gate.Found found : outcome.found()) {
        Result result = found.result();
        denied |= result.denies();
        if (result.denies() || !values.flag(GateFlags.DENY_ONLY)) {
          results.add(new Reported(result, outcome.manifest().resource()));
        }
      }
    }
    results.sort(ORDER);
    var report =
        new Report(
            results,
            stats && !runs.isEmpty() ? Optional.of(runs) : Optional.empty(),
            values.flag(GateFlags.TRACE),
            verbose);
    OutputStream out = invocation.world().stdout();
    switch (values.text(GateFlags.OUTPUT).toLowerCase(Locale.ROOT)) {
      case "json" -> GatorJson.write(report, out);
      case "yaml" -> out.write(GatorYaml.of(report).getBytes(StandardCharsets.UTF_8));
      default -> out.write(GatorText.of(report).getBytes(StandardCharsets.UTF_8));
    }
    if (!printed.isEmpty()) {
      out.write(("\n" + printed + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return denied ? 1 : 0;
  }

  /// Objects of one kind and name out of two files are used both.
  private void warnOfDoubles(List<Manifest> manifests) {
    Map<String, String> files = new HashMap<>();
    for (Manifest manifest : manifests) {
      String file = manifest.document().file();
      String before =
          files.putIfAbsent(manifest.resource().type() + " " + manifest.resource().path(), file);
      if (before != null && !before.equals(file)) {
        invocation
            .log()
            .warn(
                "\"%s\" stands in %s and in %s"
                    .formatted(manifest.resource().path(), before, file));
      }
    }
  }
}
