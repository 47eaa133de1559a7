package dev.landwaiter.signing.notation.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.notation.Check;
import dev.landwaiter.signing.notation.Check.Action;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustPolicyTest {
  private static final String GOOD =
      """
      {"version":"1.0","trustPolicies":[
       {"name":"one","registryScopes":["r.test/a","R.test:5000/b/c_d"],
        "signatureVerification":{"level":"strict"},
        "trustStores":["ca:acme","tsa:stamps_1.x-y"],
        "trustedIdentities":["x509.subject: C=US, ST=WA, O=acme"]},
       {"name":"off","registryScopes":["r.test/off"],"signatureVerification":{"level":"skip"}},
       {"name":"rest","registryScopes":["*"],
        "signatureVerification":{"level":"permissive","verifyTimestamp":"afterCertExpiry",
         "override":{"expiry":"enforce","revocation":"skip"}},
        "trustStores":["signingAuthority:acme"],"trustedIdentities":["*"]}]}\
      """;

  private static TrustPolicy read(String text) throws RefusedException {
    return TrustPolicy.read("policy", TrustPolicy.Kind.IMAGE, Bytes.utf8(text));
  }

  private static void refused(String text) {
    assertThatThrownBy(() -> read(text))
        .as(text)
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.kind()).isEqualTo(FailureClass.POLICY));
  }

  @Test
  void theNarrowestStatementCounts() throws RefusedException {
    TrustPolicy policy = read(GOOD);
    assertThat(policy.forRepository("r.test/a").name()).isEqualTo("one");
    assertThat(policy.forRepository("R.test:5000/b/c_d").name()).isEqualTo("one");
    assertThat(policy.forRepository("r.test/off").skips()).isTrue();
    assertThat(policy.forRepository("r.test/a/b").name()).isEqualTo("rest");
    assertThat(policy.forRepository("r.test").name()).isEqualTo("rest");
    assertThat(policy.named("rest").stores())
        .containsExactly(new StoreName(StoreName.Type.SIGNING_AUTHORITY, "acme"));
    TrustPolicy narrow = read(GOOD.replace("\"*\"],\n  \"sig", "\"r.test/x\"],\n  \"sig"));
    assertThatThrownBy(() -> narrow.forRepository("r.test/other"))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.kind()).isEqualTo(FailureClass.POLICY));
  }

  @CsvSource({
    "strict,ENFORCE,ENFORCE",
    "permissive,ENFORCE,LOG",
    "audit,LOG,LOG",
  })
  @ParameterizedTest
  void levels(String level, Action authenticity, Action others) throws RefusedException {
    PolicyStatement statement = read(GOOD.replace("\"strict\"", "\"" + level + "\"")).named("one");
    assertThat(statement.action(Check.INTEGRITY)).isEqualTo(Action.ENFORCE);
    assertThat(statement.action(Check.AUTHENTICITY)).isEqualTo(authenticity);
    for (Check each : List.of(Check.EXPIRY, Check.AUTHENTIC_TIMESTAMP, Check.REVOCATION)) {
      assertThat(statement.action(each)).isEqualTo(others);
    }
    assertThat(statement.timestampAlways()).isTrue();
  }

  @Test
  void overrides() throws RefusedException {
    PolicyStatement statement = read(GOOD).named("rest");
    assertThat(statement.action(Check.EXPIRY)).isEqualTo(Action.ENFORCE);
    assertThat(statement.action(Check.REVOCATION)).isEqualTo(Action.SKIP);
    assertThat(statement.action(Check.AUTHENTIC_TIMESTAMP)).isEqualTo(Action.LOG);
    assertThat(statement.timestampAlways()).isFalse();
    for (String each :
        List.of(
            "\"integrity\":\"log\"",
            "\"expiry\":\"skip\"",
            "\"authenticity\":\"skip\"",
            "\"authenticTimestamp\":\"skip\"",
            "\"other\":\"log\"",
            "\"expiry\":\"Enforce\"",
            "\"expiry\":\"\"",
            "\"expiry\":true")) {
      refused(GOOD.replace("\"expiry\":\"enforce\"", each));
    }
    refused(
        GOOD.replace("\"level\":\"skip\"", "\"level\":\"skip\",\"override\":{\"expiry\":\"log\"}"));
  }

  @CsvSource(
      delimiter = '|',
      value = {
        "\"1.0\"|\"1.1\"",
        "\"1.0\"|1.0",
        "\"version\"|\"Version\"",
        "\"trustPolicies\"|\"policies\"",
        "\"off\"|\"one\"",
        "\"off\"|\"\"",
        "\"r.test/off\"|\"r.test/a\"",
        "\"r.test/off\"|\"*\"",
        "\"r.test/off\"|\"r.test/a:v1\"",
        "\"r.test/off\"|\"r.test/a@sha256:00\"",
        "\"r.test/off\"|\"r.test/*\"",
        "\"r.test/off\"|\"r.test\"",
        "\"r.test/off\"|\"r.test/\"",
        "\"r.test/off\"|\"/a\"",
        "\"r.test/off\"|\"https://r.test/a\"",
        "\"r.test/off\"|\"r.test//a\"",
        "\"r.test/off\"|\"r.test/A\"",
        "\"r.test/off\"|",
        "\"registryScopes\":[\"r.test/off\"],|",
        "\"r.test/a\",|\"*\",",
        "\"strict\"|\"Strict\"",
        "\"strict\"|\"\"",
        "\"level\":\"strict\"|\"level\":\"strict\",\"levl\":1",
        "\"afterCertExpiry\"|\"never\"",
        "\"ca:acme\",|",
        "\"ca:acme\"|\"acme\"",
        "\"ca:acme\"|\"CA:acme\"",
        "\"ca:acme\"|\"ca:\"",
        "\"ca:acme\"|\"ca:..\"",
        "\"ca:acme\"|\"ca:a/b\"",
        "\"ca:acme\"|\"ca:a b\"",
        "\"ca:acme\"|1",
        "\"level\":\"skip\"}|\"level\":\"skip\"},\"trustStores\":[\"ca:acme\"]",
        "\"level\":\"skip\"}|\"level\":\"skip\"},\"trustedIdentities\":[\"*\"]",
        "\"trustedIdentities\":[\"*\"]|\"trustedIdentities\":[]",
        "[\"*\"]}]}|[\"*\",\"x509.subject: C=US, ST=WA, O=acme\"]}]}",
        "x509.subject:|x509.subject",
        "x509.subject:|x509.issuer:",
        "C=US, ST=WA, O=acme|ST=WA, O=acme",
        "C=US, ST=WA, O=acme|C=US, O=acme",
        "C=US, ST=WA, O=acme|C=US, ST=WA",
        "C=US, ST=WA, O=acme|C=US, ST=WA, O=acme, O=other",
        "C=US, ST=WA, O=acme|C=US, ST=WA, S=WA, O=acme",
        "C=US, ST=WA, O=acme|C=US, ST=WA, O=acme+OU=x",
        "C=US, ST=WA, O=acme|C=US, ST=WA, O=#0c0461636d65",
        "C=US, ST=WA, O=acme|C=US, ST=WA, O=",
        "C=US, ST=WA, O=acme|C=US, ST=WA, O=acme,",
        "WA, O=acme\"|WA, O=acme\",\"x509.subject: C=US, ST=WA, O=acme, OU=x\"",
        "WA, O=acme\"|WA, O=acme\",\"x509.subject: O=acme, C=US, ST=WA\"",
      })
  @ParameterizedTest
  void wrongDocuments(String part, @org.jspecify.annotations.Nullable String instead)
      throws RefusedException {
    read(GOOD);
    assertThat(GOOD).contains(part);
    refused(
        GOOD.replaceFirst(
            java.util.regex.Pattern.quote(part),
            java.util.regex.Matcher.quoteReplacement(instead == null ? "" : instead)));
  }

  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"version\":\"1.0\"}",
        "{\"version\":\"1.0\",\"trustPolicies\":[]}"
      })
  @ParameterizedTest
  void emptyDocuments(String text) {
    refused(text);
  }

  @Test
  void policiesForFiles() throws RefusedException {
    String text =
        """
        {"version":"1.0","trustPolicies":[
         {"name":"one","signatureVerification":{"level":"strict"},"trustStores":["ca:a"],
          "trustedIdentities":["*"]},
         {"name":"two","globalPolicy":true,"signatureVerification":{"level":"audit"},
          "trustStores":["ca:a"],"trustedIdentities":["*"]}]}\
        """;
    TrustPolicy policy = TrustPolicy.read("blob", TrustPolicy.Kind.BLOB, Bytes.utf8(text));
    assertThat(policy.named("one").level()).isEqualTo("strict");
    assertThat(policy.named("").name()).isEqualTo("two");
    assertThatThrownBy(() -> policy.named("three")).isInstanceOf(RefusedException.class);
    refused(text);
    for (String wrong :
        List.of(
            text.replace("\"one\",", "\"one\",\"globalPolicy\":true,"),
            text.replace("\"one\",", "\"one\",\"registryScopes\":[\"*\"],"),
            text.replace("true", "\"true\""))) {
      assertThatThrownBy(() -> TrustPolicy.read("blob", TrustPolicy.Kind.BLOB, Bytes.utf8(wrong)))
          .isInstanceOf(RefusedException.class);
    }
  }

  @Test
  void foldersHoldPoliciesUnderTheirNames(@TempDir Path folder) throws IOException {
    absent(folder, TrustPolicy.Kind.IMAGE);
    Path older = Files.writeString(folder.resolve("trustpolicy.json"), GOOD);
    assertThat(TrustPolicy.load(folder, TrustPolicy.Kind.IMAGE).statements()).hasSize(3);
    absent(folder, TrustPolicy.Kind.BLOB);
    Path newer = folder.resolve("trustpolicy.oci.json");
    Files.writeString(newer, "{}");
    absent(folder, TrustPolicy.Kind.IMAGE);
    Files.delete(newer);
    Files.createSymbolicLink(newer, older);
    absent(folder, TrustPolicy.Kind.IMAGE);
  }

  private static void absent(Path folder, TrustPolicy.Kind kind) {
    assertThatThrownBy(() -> TrustPolicy.load(folder, kind))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.kind()).isEqualTo(FailureClass.POLICY));
  }
}
