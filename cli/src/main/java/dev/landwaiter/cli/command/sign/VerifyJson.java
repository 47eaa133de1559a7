package dev.landwaiter.cli.command.sign;

import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.signing.Refusal;
import dev.landwaiter.signing.TimeProof;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.encoding.JsonMembers;
import dev.landwaiter.signing.statement.Statement;
import dev.landwaiter.signing.verify.Claim;
import dev.landwaiter.signing.verify.CountedEntry;
import dev.landwaiter.signing.verify.Outcome;
import dev.landwaiter.signing.verify.SignedBy;
import dev.landwaiter.signing.verify.Verified;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What was verified, as data: the same as the tables, and every refusal.
final class VerifyJson {
  private VerifyJson() {}

  static String of(List<VerifyReport.Entry> entries) {
    List<Value> artifacts = entries.stream().map(VerifyJson::artifact).toList();
    return JsonWriter.toText(
            new JsonMembers().with("artifacts", artifacts).object(), JsonStyle.INDENTED)
        + "\n";
  }

  private static Value artifact(VerifyReport.Entry entry) {
    List<Value> signatures = entry.accepted().stream().map(VerifyJson::signature).toList();
    List<Value> refused = new ArrayList<>();
    for (Outcome.Refused each : entry.refused()) {
      refused.add(
          new JsonMembers()
              .with("origin", each.origin())
              .with("form", form(each.form()))
              .with("refusal", refusal(each.refusal()))
              .object());
    }
    List<Value> policies = entry.policies().stream().map(VerifyJson::refusal).toList();
    JsonMembers members =
        new JsonMembers()
            .with("name", entry.name())
            .with("digest", entry.digest())
            .with("verified", Value.of(entry.verified()))
            .with("signatures", signatures)
            .with("refused", refused)
            .with("unrelated", entry.unrelated());
    if (!policies.isEmpty()) {
      members.with("policies", policies);
    }
    if (!entry.verified() && entry.reason().isPresent()) {
      members.with("reason", refusal(entry.reason().get()));
    }
    return members.object();
  }

  static Value refusal(Refusal refusal) {
    JsonMembers members =
        new JsonMembers().with("check", refusal.kind().id()).with("message", refusal.message());
    if (!refusal.expected().isEmpty() || !refusal.found().isEmpty()) {
      members.with("expected", refusal.expected()).with("found", refusal.found());
    }
    return members.object();
  }

  static Value signature(Verified<Claim> verified) {
    return new JsonMembers()
        .with("origin", verified.origin())
        .with("form", form(verified.form()))
        .with("signer", signer(verified.signer()))
        .with("times", verified.times().stream().map(VerifyJson::time).toList())
        .with("logEntries", verified.entries().stream().map(VerifyJson::entry).toList())
        .with("claim", claim(verified.claim()))
        .with(
            "notChecked",
            verified.relaxations().stream().map(each -> new StringValue(id(each.name()))).toList())
        .object();
  }

  private static String id(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String form(Evidence.Form form) {
    return id(form.name());
  }

  private static Value signer(SignedBy signer) {
    return switch (signer) {
      case SignedBy.Key(var id) -> new JsonMembers().with("key", id.toHex()).object();
      case SignedBy.Certificate certificate -> {
        Map<Value, Value> extensions = new LinkedHashMap<>();
        certificate
            .extensions()
            .forEach((number, text) ->
                extensions.put(
                    new StringValue("1.3.6.1.4.1.57264.1." + number), new StringValue(text)));
        yield new JsonMembers()
            .with("names", certificate.names().stream().map(StringValue::new).toList())
            .with("issuer", certificate.issuer())
            .with("extensions", new ObjectValue(extensions))
            .with("authority", certificate.authority())
            .with("notBefore", certificate.notBefore().toString())
            .with("notAfter", certificate.notAfter().toString())
            .with("certificate", certificate.leaf())
            .object();
      }
    };
  }

  private static Value time(TimeProof proof) {
    JsonMembers members = new JsonMembers().with("time", proof.time().toString());
    return switch (proof) {
      case TimeProof.LogTime time ->
          members.with("proof", "log").with("source", time.logUrl()).object();
      case TimeProof.Timestamp time ->
          members.with("proof", "timestamp").with("source", time.authority()).object();
      case TimeProof.Now time -> members.with("proof", "none").object();
    };
  }

  private static Value entry(CountedEntry entry) {
    JsonMembers members =
        new JsonMembers()
            .with("log", entry.logUrl())
            .with("logId", entry.logId().toHex())
            .with("index", entry.index());
    entry.time().ifPresent(time -> members.with("time", time.toString()));
    return members.object();
  }

  private static Value claim(Claim claim) {
    return switch (claim) {
      case Claim.File file -> new JsonMembers().with("type", "file").object();
      case Claim.Image(var payload) -> {
        Map<Value, Value> optional = new LinkedHashMap<>();
        payload.optional().forEach((name, value) -> optional.put(new StringValue(name), value));
        yield new JsonMembers()
            .with("type", "image")
            .with("reference", payload.reference())
            .with("digest", payload.digest())
            .with("annotations", new ObjectValue(optional))
            .object();
      }
      case Claim.Attested(Statement statement) ->
          new JsonMembers()
              .with("type", "statement")
              .with("predicateType", statement.predicateType())
              .with("summary", AttestedWords.of(statement))
              .with("statement", statement.document())
              .object();
    };
  }
}
