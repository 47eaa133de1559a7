package dev.landwaiter.signing.policy.cluster.reading;

import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.policy.CompliancePolicy;
import dev.landwaiter.signing.policy.cluster.PolicyText;
import dev.landwaiter.signing.policy.cluster.PolicyText.Source;
import java.util.Locale;

/// Reads policies over what was verified.
final class TextReader {
  private static final String[] ALL = {
    "type",
    "data",
    "configMapRef",
    "remote",
    "fetchConfigFile",
    "includeSpec",
    "includeObjectMeta",
    "includeTypeMeta"
  };

  private TextReader() {}

  /// Of a whole ClusterImagePolicy.
  static PolicyText ofPolicy(Field field) throws RefusedException {
    return read(field.only(ALL));
  }

  /// Of one attestation, which has no input but the statement.
  static PolicyText ofAttestation(Field field) throws RefusedException {
    for (String each : ALL) {
      if ((each.startsWith("include") || each.startsWith("fetch")) && field.flag(each)) {
        throw field
            .require(each)
            .wrong("only the policy over all authorities can have that in its input");
      }
    }
    return read(field.only(ALL));
  }

  private static PolicyText read(Field field) throws RefusedException {
    Field type = field.require("type");
    switch (type.text()) {
      case "rego" -> {}
      case "cue" ->
          throw type.refused(
              FailureClass.USAGE,
              "policies in CUE are not evaluated here; write the same with the type rego, as"
                  + " 'package sigstore' with a rule 'isCompliant { input.predicateType == \"…\""
                  + " }'");
      default -> throw type.wrong("the type of a policy is 'rego'");
    }
    Field one = field.exactlyOne("data", "configMapRef", "remote");
    return new PolicyText(
        one.where(),
        source(one),
        field.flag("fetchConfigFile"),
        field.flag("includeSpec"),
        field.flag("includeObjectMeta"),
        field.flag("includeTypeMeta"));
  }

  private static Source source(Field one) throws RefusedException {
    return switch (one.name()) {
      case "data" -> {
        CompliancePolicy.compile(one.where(), one.text());
        yield new Source.Data(one.text());
      }
      case "configMapRef" -> {
        one.only("name", "namespace", "key");
        yield new Source.InConfigMap(
            one.text("namespace"), one.requireText("name"), one.requireText("key"));
      }
      default -> {
        one.only("url", "sha256sum");
        String url = one.requireText("url");
        if (!url.startsWith("https://")) {
          throw one.require("url").wrong("the address of a policy begins with https://");
        }
        String sum = one.requireText("sha256sum");
        if (!sum.matches("[0-9a-fA-F]{64}")) {
          throw one.require("sha256sum").wrong("64 hexadecimal digits are wanted");
        }
        yield new Source.Remote(url, sum.toLowerCase(Locale.ROOT));
      }
    };
  }
}
