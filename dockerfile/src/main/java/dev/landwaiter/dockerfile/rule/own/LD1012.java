package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;

/// Files that curl or wget download without a check in the same RUN.
public final class LD1012 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "LD1012",
              Level.INFO,
              "A file is downloaded and not checked",
              "If the server is taken over or the file is exchanged, the build takes "
                  + "what it gets",
              "Write the expected sum into the file and run sha256sum -c behind the "
                  + "download in the same RUN, or use ADD --checksum")
          .withTriggers();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    var reader = new Script.Reader(around);
    return (instruction, sink) -> {
      if (instruction instanceof Instruction.Run run
          && around.commands(run).any(Download::isFetcher)
          && !Download.isChecked(run)) {
        Script script = reader.read(run);
        for (int i = 0; i < script.commands().size(); i++) {
          Command command = script.command(i);
          if (Download.isFetcher(command)
              && isUnchecked(script, i)
              && LD1011.runner(script, i, false).isEmpty()) {
            sink.report(
                run, command.span(), "The download is not checked against a sum or signature");
            return;
          }
        }
      }
    };
  }

  private static boolean isUnchecked(Script script, int index) {
    Command command = script.command(index);
    // LD1020 speaks of http.
    return Download.address(command)
        .filter(url -> url.startsWith("https://") && !Download.isLocal(url) && !isProof(url))
        .filter(url -> Download.saves(command) || isUnpacked(script, index))
        .isPresent();
  }

  /// Keys and sums are what other downloads are checked with.
  private static boolean isProof(String url) {
    return url.endsWith(".asc")
        || url.endsWith(".sig")
        || url.endsWith(".gpg")
        || url.endsWith(".key")
        || url.endsWith(".pub")
        || url.endsWith(".sha256")
        || url.endsWith(".sha512");
  }

  private static boolean isUnpacked(Script script, int index) {
    return script
        .reader(index)
        .map(script::command)
        .filter(next ->
            next.named(
                "tar", "bsdtar", "gunzip", "gzip", "unxz", "xz", "unzip", "cpio", "zcat", "unzstd"))
        .isPresent();
  }
}
