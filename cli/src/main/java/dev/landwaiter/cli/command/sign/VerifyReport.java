package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.Refusal;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.verify.Claim;
import dev.landwaiter.signing.verify.Outcome;
import dev.landwaiter.signing.verify.Verdicts;
import dev.landwaiter.signing.verify.Verified;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What our own commands tell about what they verified: one table for each artifact, or the same as
/// data.
final class VerifyReport {
  static final Flag OUTPUT =
      CosignFlags.text("output", "form of the result")
          .shorthand("o")
          .standard("table")
          .allowed("table", "json");

  private static final int REFUSED = 1;
  private static final int TROUBLE = 2;

  private final Invocation invocation;
  private final List<Entry> entries = new ArrayList<>();

  VerifyReport(Invocation invocation) {
    this.invocation = invocation;
  }

  /// What became of one artifact.
  ///
  /// @param name as the user wrote it
  /// @param digest what signatures must be about, or empty where it is not known
  /// @param policies what refused attestations that are trusted
  record Entry(
      String name, String digest, List<Outcome> outcomes, List<Refusal> policies, int unrelated) {
    Entry {
      outcomes = List.copyOf(outcomes);
      policies = List.copyOf(policies);
    }

    List<Verified<Claim>> accepted() {
      return new Verdicts(outcomes).accepted();
    }

    List<Outcome.Refused> refused() {
      return new Verdicts(outcomes).refused();
    }

    boolean verified() {
      return !accepted().isEmpty() && policies.isEmpty();
    }

    /// Why it is not verified: of all candidates the refusal of the one that passed most checks.
    Optional<Refusal> reason() {
      if (!policies.isEmpty()) {
        return Optional.of(policies.getFirst());
      }
      Optional<Refusal> furthest = Optional.empty();
      for (Outcome.Refused each : refused()) {
        Refusal refusal =
            each.refusal().message().startsWith(each.origin())
                ? each.refusal()
                : each.refusal().in(each.origin());
        if (furthest.isEmpty() || step(refusal) > step(furthest.get())) {
          furthest = Optional.of(refusal);
        }
      }
      return furthest;
    }

    private static int step(Refusal refusal) {
      return switch (refusal.kind()) {
        case USAGE -> 0;
        case TRANSPORT, NOT_FOUND -> 1;
        case TRUST_ROOT -> 2;
        case PARSE, LIMIT -> 3;
        case LOG -> 4;
        case TIME -> 5;
        case CHAIN -> 6;
        case SCT -> 7;
        case IDENTITY -> 8;
        case SIGNATURE -> 9;
        case SUBJECT -> 10;
        case PREDICATE -> 11;
        case POLICY, REVOKED -> 12;
      };
    }
  }

  void add(Entry entry) {
    entries.add(entry);
  }

  /// What could not even be looked at.
  void add(String name, Refusal refusal) {
    add(
        new Entry(
            name,
            "",
            List.of(new Outcome.Refused(name, Evidence.Form.LEGACY, refusal)),
            List.of(),
            0));
  }

  /// Tells all of it.
  ///
  /// @return the exit code
  int finish() throws UsageException, IOException {
    CosignCommand.print(
        invocation,
        invocation.values().text(OUTPUT).equals("json")
            ? VerifyJson.of(entries)
            : VerifyTable.of(entries));
    boolean unknown =
        entries.stream()
            .anyMatch(each ->
                !each.outcomes().isEmpty()
                    && each.refused().size() == each.outcomes().size()
                    && each.refused().stream()
                        .allMatch(one -> one.refusal().kind() == FailureClass.TRANSPORT));
    boolean refused = entries.stream().anyMatch(each -> !each.verified());
    return unknown ? TROUBLE : refused ? REFUSED : 0;
  }
}
