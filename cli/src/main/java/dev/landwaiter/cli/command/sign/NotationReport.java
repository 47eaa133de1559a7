package dev.landwaiter.cli.command.sign;

import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.text.Plain;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.Refusal;
import dev.landwaiter.signing.encoding.JsonMembers;
import dev.landwaiter.signing.notation.verify.Accepted;
import dev.landwaiter.signing.notation.verify.NotationVerifier.Result;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What became of artifacts and their signatures of the Notary Project: for people, or as data.
final class NotationReport {
  private static final int REFUSED = 1;
  private static final int TROUBLE = 2;

  private final Invocation invocation;
  private final StringBuilder text = new StringBuilder();
  private final List<Value> artifacts = new ArrayList<>();
  private boolean refused;
  private boolean known;

  NotationReport(Invocation invocation) {
    this.invocation = invocation;
  }

  void add(String name, String digest, Result result) {
    JsonMembers members = new JsonMembers().with("name", name).with("digest", digest);
    String about = name.contains(digest) ? name : name + " (" + digest + ")";
    switch (result) {
      case Result.Skipped(String policy) -> {
        line(about + ": NOT VERIFIED, as the policy wants it");
        line("  the statement '" + policy + "' has the level skip: nothing was looked at");
        members.with("verified", Value.of(false)).with("skipped", policy);
      }
      case Result.Verified(Accepted signature, List<Refusal> before) -> {
        line(about + ": verified");
        line("  signed by:    " + signature.chain().getFirst());
        line("  trusted by:   the statement '" + signature.policy() + "'");
        line("  signature:    " + signature.candidate().origin());
        for (Accepted.Outcome each : signature.outcomes()) {
          line("  %-14s%s".formatted(each.check().id() + ":", words(each)));
        }
        signature
            .artifact()
            .annotations()
            .forEach((key, value) -> line("  says:         " + key + "=" + value));
        if (!before.isEmpty()) {
          line("  passed over:  " + before.size() + " that did not verify; -o json tells why");
        }
        members
            .with("verified", Value.of(true))
            .with("signature", signature(signature))
            .with("refused", before.stream().map(VerifyJson::refusal).toList());
      }
    }
    artifacts.add(members.object());
  }

  void add(String name, Refusal refusal) {
    refused = true;
    known |= refusal.kind() != FailureClass.TRANSPORT;
    line(name + ": NOT VERIFIED");
    line("  " + VerifiedWords.line(refusal));
    artifacts.add(
        new JsonMembers()
            .with("name", name)
            .with("verified", Value.of(false))
            .with("reason", VerifyJson.refusal(refusal))
            .object());
  }

  private static String words(Accepted.Outcome outcome) {
    if (outcome.failure().isPresent()) {
      return "failed, which the policy only tells: " + VerifiedWords.line(outcome.failure().get());
    }
    return switch (outcome.action()) {
      case ENFORCE, LOG -> outcome.detail().isEmpty() ? "passed" : "passed, " + outcome.detail();
      case SKIP -> "not asked";
    };
  }

  private static Value signature(Accepted signature) {
    List<Value> checks = new ArrayList<>();
    for (Accepted.Outcome each : signature.outcomes()) {
      JsonMembers check =
          new JsonMembers()
              .with("check", each.check().id())
              .with("action", each.action().id())
              .with("passed", Value.of(each.failure().isEmpty()))
              .with("detail", each.detail());
      each.failure().ifPresent(failure -> check.with("failure", VerifyJson.refusal(failure)));
      checks.add(check.object());
    }
    var annotations = new JsonMembers();
    signature.artifact().annotations().forEach(annotations::with);
    return new JsonMembers()
        .with("origin", signature.candidate().origin())
        .with("policy", signature.policy())
        .with(
            "certificates",
            signature.chain().stream().map(each -> new StringValue(each.toString())).toList())
        .with("checks", checks)
        .with("annotations", annotations)
        .object();
  }

  private void line(String words) {
    text.append(Plain.lines(words.replace('\n', ' ').replace('\r', ' '))).append('\n');
  }

  /// Tells all of it.
  ///
  /// @return the exit code
  int finish() throws UsageException, IOException {
    boolean json = invocation.values().text(VerifyReport.OUTPUT).equals("json");
    CosignCommand.print(
        invocation,
        json
            ? JsonWriter.toText(
                    new JsonMembers().with("artifacts", artifacts).object(), JsonStyle.INDENTED)
                + "\n"
            : text.toString());
    return !refused ? 0 : known ? REFUSED : TROUBLE;
  }
}
