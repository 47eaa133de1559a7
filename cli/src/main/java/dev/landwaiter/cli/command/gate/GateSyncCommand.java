package dev.landwaiter.cli.command.gate;

import dev.landwaiter.base.text.Plain;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.policy.gatekeeper.Manifest;
import dev.landwaiter.policy.gatekeeper.output.GoQuote;
import dev.landwaiter.policy.gatekeeper.sync.SyncCheck;
import dev.landwaiter.policy.gatekeeper.sync.SyncReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Checks that the cluster keeps what templates look at.
public final class GateSyncCommand extends GateCommand {
  private static final Flag OMIT =
      Flag.toggle("force-omit-gvk-manifest", "assume that the cluster has all kinds")
          .shorthand("f");

  /// Made for one program.
  ///
  /// @param prefix of its name: `gate `, or empty behind the name `gator`
  public GateSyncCommand(String prefix) {
    super(
        prefix,
        "sync test",
        "Check that SyncSets and the Config hold what templates look at",
        "[flags] -n FILE|FOLDER...");
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example(
            "check templates against SyncSets and the kinds of a cluster",
            name() + " -n templates/ -n sync.yaml -n manifest.yaml"));
  }

  @Override
  public List<FlagGroup> flags() {
    return original()
        ? List.of(
            new FlagGroup(
                "Flags",
                GateFlags.FILENAME.shorthand("n"),
                GateFlags.IMAGE,
                GateFlags.TEMPDIR.shorthand("d"),
                OMIT,
                GlobalFlags.HELP))
        : List.of(
            new FlagGroup("Sync Flags", GateFlags.FILENAME.shorthand("n"), OMIT),
            GlobalFlags.GROUP);
  }

  @Override
  public int run(Invocation invocation) throws UsageException, IOException {
    boolean original = original();
    List<String> names = new ArrayList<>(invocation.values().repeated(GateFlags.FILENAME));
    if (!original) {
      names.addAll(invocation.arguments());
    } else if (!invocation.arguments().isEmpty()) {
      throw UsageException.withUsage(
          "unknown command \"" + invocation.arguments().getFirst() + "\" for \"gator sync test\"");
    }
    GateFiles.Read read = new GateFiles(invocation, original).read(names);
    for (Problem problem : read.problems()) {
      invocation.log().error(problem.toString());
    }
    boolean broken = !read.problems().isEmpty();
    if (read.manifests().isEmpty() && !broken) {
      invocation.log().error("there is no input: name files with -n, or write to standard input");
    }
    if (read.manifests().isEmpty() || (broken && original)) {
      return invocation.dialect().errorCode();
    }
    SyncReport report =
        SyncCheck.check(
            read.manifests().stream().map(Manifest::resource).toList(),
            invocation.values().flag(OMIT));
    if (original) {
      told(invocation, report);
    }
    tell(invocation, report);
    if (broken || !report.error().isEmpty() || !report.broken().isEmpty()) {
      return invocation.dialect().errorCode();
    }
    return report.failed() ? 1 : 0;
  }

  /// What gator writes to standard output.
  private static void told(Invocation invocation, SyncReport report) throws IOException {
    var text = new StringBuilder();
    for (String name : report.skipped()) {
      text.append("skipping unstructured ")
          .append(GoQuote.of(name))
          .append(" because it is not a syncset, config, gvk manifest, or template\n");
    }
    if (report.assumed()) {
      text.append(
          "ignoring absence of supported GVK manifest due to --force-omit-gvk-manifest flag; will"
              + " assume all synced GVKs are supported by cluster\n");
    }
    invocation.world().stdout().write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void tell(Invocation invocation, SyncReport report) {
    if (!report.error().isEmpty()) {
      invocation.log().error(report.error());
    }
    report
        .broken()
        .forEach((name, why) ->
            invocation.log().error("template " + Plain.lines(name) + ": " + Plain.lines(why)));
    report
        .unmet()
        .forEach((name, missing) -> {
          var text = new StringBuilder("template " + name + " needs what is not synced:");
          missing.forEach(each -> text.append("\n- ").append(each));
          invocation.log().error(Plain.lines(text.toString()));
        });
  }
}
