package dev.landwaiter.cli.command.sign;

import dev.landwaiter.base.text.Plain;
import dev.landwaiter.base.text.TextWidth;
import dev.landwaiter.signing.Refusal;
import dev.landwaiter.signing.Relaxation;
import dev.landwaiter.signing.TimeProof;
import dev.landwaiter.signing.statement.Statement;
import dev.landwaiter.signing.verify.Claim;
import dev.landwaiter.signing.verify.CountedEntry;
import dev.landwaiter.signing.verify.SignedBy;
import dev.landwaiter.signing.verify.Verified;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What was verified, as tables for people.
final class VerifyTable {
  private static final List<String> HEADS =
      List.of("SIGNED BY", "WHEN", "TRUSTED THROUGH", "LOG ENTRY", "SAYS");

  private VerifyTable() {}

  static String of(List<VerifyReport.Entry> entries) {
    var text = new StringBuilder();
    for (VerifyReport.Entry each : entries) {
      text.append(text.isEmpty() ? "" : "\n");
      append(each, text);
    }
    return text.toString();
  }

  private static void append(VerifyReport.Entry entry, StringBuilder text) {
    String about =
        entry.digest().isEmpty() || entry.name().contains(entry.digest())
            ? entry.name()
            : entry.name() + " (" + entry.digest() + ")";
    text.append(Plain.lines(about)).append(entry.verified() ? ": verified\n" : ": NOT VERIFIED\n");
    if (!entry.accepted().isEmpty()) {
      table(entry.accepted(), text);
      Set<String> relaxed = new TreeSet<>();
      for (Verified<Claim> each : entry.accepted()) {
        each.relaxations().stream().map(Relaxation::sentence).forEach(relaxed::add);
      }
      relaxed.forEach(each -> text.append("  not checked: ").append(each).append('\n'));
    }
    if (!entry.verified()) {
      refusal(entry, text);
    }
    if (!entry.refused().isEmpty() && entry.verified()) {
      text.append("  passed over: ").append(entry.refused().size());
      text.append(" that did not verify; -o json tells why\n");
    }
  }

  private static void refusal(VerifyReport.Entry entry, StringBuilder text) {
    if (entry.reason().isEmpty()) {
      text.append("  nothing was found that signs it");
      text.append(
          entry.unrelated() == 0
              ? "\n"
              : "; %d other things refer to it\n".formatted(entry.unrelated()));
      return;
    }
    Refusal reason = entry.reason().get();
    line("failed check", reason.kind().id(), text);
    line("why", reason.message(), text);
    line("expected", reason.expected(), text);
    line("found", reason.found(), text);
    int others = entry.refused().size() + entry.policies().size() - 1;
    if (others > 0) {
      line("more", others + " more were refused; -o json tells each with its reason", text);
    }
  }

  private static void line(String name, String value, StringBuilder text) {
    if (!value.isEmpty()) {
      text.append("  %-14s".formatted(name + ":")).append(Plain.lines(value)).append('\n');
    }
  }

  private static void table(List<Verified<Claim>> accepted, StringBuilder text) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADS);
    for (Verified<Claim> each : accepted) {
      rows.add(List.of(who(each.signer()), when(each), root(each.signer()), log(each), says(each)));
    }
    int[] widths = new int[HEADS.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], TextWidth.of(row.get(i)));
      }
    }
    for (List<String> row : rows) {
      var line = new StringBuilder("  ");
      for (int i = 0; i < widths.length; i++) {
        line.append(row.get(i)).repeat(" ", widths[i] - TextWidth.of(row.get(i)) + 2);
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
  }

  static String who(SignedBy signer) {
    return oneLine(
        switch (signer) {
          case SignedBy.Key(var id) -> "key " + id.toHex().substring(0, 16);
          case SignedBy.Certificate certificate ->
              String.join(", ", certificate.names()) + ", by " + certificate.issuer();
        });
  }

  private static String root(SignedBy signer) {
    return oneLine(
        switch (signer) {
          case SignedBy.Key key -> "the given key";
          case SignedBy.Certificate certificate -> certificate.authority();
        });
  }

  private static String when(Verified<Claim> verified) {
    String times =
        verified.times().stream()
            .map(each ->
                switch (each) {
                  case TimeProof.LogTime time -> time.time() + " (promise of the log)";
                  case TimeProof.Timestamp time ->
                      time.time() + " (timestamp of " + time.authority() + ")";
                  case TimeProof.Now time -> time.time() + " (now)";
                })
            .collect(Collectors.joining(", "));
    return times.isEmpty() ? "not proven" : oneLine(times);
  }

  private static String log(Verified<Claim> verified) {
    String entries =
        verified.entries().stream().map(VerifyTable::entry).collect(Collectors.joining(", "));
    return entries.isEmpty() ? "none" : oneLine(entries);
  }

  private static String entry(CountedEntry entry) {
    String log = entry.logUrl().isEmpty() ? entry.logId().toHex().substring(0, 16) : entry.logUrl();
    return log + " " + entry.index();
  }

  private static String says(Verified<Claim> verified) {
    return oneLine(
        switch (verified.claim()) {
          case Claim.File file -> "signed";
          case Claim.Image(var payload) ->
              payload.optional().isEmpty()
                  ? "signed"
                  : "signed, "
                      + payload.optional().entrySet().stream()
                          .map(each -> each.getKey() + "=" + AttestedWords.plain(each.getValue()))
                          .collect(Collectors.joining(", "));
          case Claim.Attested(Statement statement) -> AttestedWords.of(statement);
        });
  }

  private static String oneLine(String text) {
    return Plain.lines(text.replace('\n', ' ').replace('\r', ' '));
  }
}
