package dev.landwaiter.signing.verify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What became of all candidates of one artifact, in their order. One that is accepted is enough;
/// those that failed stay for the report.
public record Verdicts(List<Outcome> outcomes) {
  public Verdicts {
    outcomes = List.copyOf(outcomes);
  }

  public List<Verified<Claim>> accepted() {
    List<Verified<Claim>> all = new ArrayList<>();
    for (Outcome each : outcomes) {
      if (each instanceof Outcome.Accepted(Verified<Claim> verified)) {
        all.add(verified);
      }
    }
    return all;
  }

  public List<Outcome.Refused> refused() {
    List<Outcome.Refused> all = new ArrayList<>();
    for (Outcome each : outcomes) {
      if (each instanceof Outcome.Refused refused) {
        all.add(refused);
      }
    }
    return all;
  }

  /// How many different signers were accepted: keys, or names with their issuers. Several
  /// signatures of one signer count once.
  public int distinctSigners() {
    Set<Object> signers = new HashSet<>();
    for (Verified<Claim> each : accepted()) {
      signers.add(
          switch (each.signer()) {
            case SignedBy.Key key -> key;
            case SignedBy.Certificate certificate ->
                List.of(certificate.names(), certificate.issuer());
          });
    }
    return signers.size();
  }
}
