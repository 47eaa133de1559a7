package dev.landwaiter.signing.notation.envelope;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.notation.SignatureAlgorithm;
import dev.landwaiter.signing.notation.SignedEnvelope;
import dev.landwaiter.signing.notation.SigningScheme;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The rules of the protected header, whatever it is written in.
///
/// @param critical the names that must be understood
/// @param names of all members
record Header(
    SignatureAlgorithm algorithm,
    String contentType,
    List<String> critical,
    Set<String> names,
    Members members) {
  static final String SCHEME = "io.cncf.notary.signingScheme";
  static final String SIGNING_TIME = "io.cncf.notary.signingTime";
  static final String AUTHENTIC_TIME = "io.cncf.notary.authenticSigningTime";
  static final String EXPIRY = "io.cncf.notary.expiry";
  static final String PLUGIN = "io.cncf.notary.verificationPlugin";
  static final String PLUGIN_VERSION = "io.cncf.notary.verificationPluginMinVersion";
  static final String TIMESTAMP = "io.cncf.notary.timestampSignature";
  static final String AGENT = "io.cncf.notary.signingAgent";
  static final String PAYLOAD_TYPE = "application/vnd.cncf.notary.payload.v1+json";

  private static final Set<String> MUST_BE_CRITICAL =
      Set.of(SCHEME, AUTHENTIC_TIME, EXPIRY, PLUGIN, PLUGIN_VERSION);

  /// How members are read.
  interface Members {
    /// A text.
    ///
    /// @throws RefusedException with PARSE when it is none
    String text(String name) throws RefusedException;

    /// A point in time.
    ///
    /// @throws RefusedException with PARSE when it is none
    Instant time(String name) throws RefusedException;
  }

  /// The attributes that are signed, with what is not signed beside them.
  ///
  /// @throws RefusedException with PARSE
  SignedEnvelope.Attributes attributes(Optional<Bytes> timestamp, String agent)
      throws RefusedException {
    if (!contentType.equals(PAYLOAD_TYPE)) {
      throw new RefusedException(
          FailureClass.PARSE, "the envelope holds another payload", PAYLOAD_TYPE, contentType);
    }
    requireCritical();
    SigningScheme scheme =
        SigningScheme.of(members.text(SCHEME))
            .orElseThrow(() -> wrong("an unknown signing scheme"));
    boolean authority = scheme == SigningScheme.SIGNING_AUTHORITY;
    String time = authority ? AUTHENTIC_TIME : SIGNING_TIME;
    String other = authority ? SIGNING_TIME : AUTHENTIC_TIME;
    if (!names.contains(time) || names.contains(other)) {
      throw wrong("the time of signing is not where the scheme " + scheme.id() + " has it");
    }
    Instant signed = members.time(time);
    Optional<Instant> expiry =
        names.contains(EXPIRY) ? Optional.of(members.time(EXPIRY)) : Optional.empty();
    if (expiry.isPresent() && !expiry.get().isAfter(signed)) {
      throw wrong("it expires before it is signed");
    }
    String plugin = "";
    if (names.contains(PLUGIN)) {
      plugin = members.text(PLUGIN);
      if (plugin.isBlank()) {
        throw wrong("a verification plugin without a name");
      }
    } else if (names.contains(PLUGIN_VERSION)) {
      throw wrong("the version of a verification plugin without its name");
    }
    return new SignedEnvelope.Attributes(scheme, signed, expiry, plugin, timestamp, agent);
  }

  private void requireCritical() throws RefusedException {
    Set<String> listed = new HashSet<>();
    for (String each : critical) {
      if (!listed.add(each)) {
        throw wrong("'%s' is listed as critical twice".formatted(each));
      }
      if (!names.contains(each)) {
        throw wrong("'%s' is critical and not there".formatted(each));
      }
      if (!MUST_BE_CRITICAL.contains(each)) {
        throw wrong("'%s' is critical and not understood".formatted(each));
      }
    }
    if (!listed.contains(SCHEME)) {
      throw wrong("the signing scheme is not critical");
    }
    for (String each : MUST_BE_CRITICAL) {
      if (names.contains(each) && !listed.contains(each)) {
        throw wrong("'%s' is not critical".formatted(each));
      }
    }
  }

  static RefusedException wrong(String why) {
    return new RefusedException(FailureClass.PARSE, "the envelope is malformed: " + why);
  }
}
