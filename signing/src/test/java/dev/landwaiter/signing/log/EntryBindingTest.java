package dev.landwaiter.signing.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.HashAlgorithm;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.bundle.Evidence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// GHSA-whqx-f9j3-ch6m, GHSA-8gw7-4j42-w388, GHSA-ccxc-vr6p-4858, GHSA-8pmp-678w-c8xx,
/// GHSA-q4xm-6fjc-5f6w: an entry counts for the signature, signer and content it is about, and for
/// no other.
class EntryBindingTest {
  private static final List<Evidence.Form> FORMS = List.of(Evidence.Form.values());

  private static void bound(Logged logged, Bytes body) {
    assertThatCode(() -> new EntryBinding(logged).require(EntryBody.parse(body)))
        .doesNotThrowAnyException();
  }

  private static void refused(Logged logged, Bytes body) {
    assertThatThrownBy(() -> new EntryBinding(logged).require(EntryBody.parse(body)))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.kind()).isEqualTo(FailureClass.LOG));
  }

  @Test
  void messagesAreBoundByTheirKinds() throws RefusedException {
    Signed signed = Signed.message("hello");
    for (Evidence.Form form : FORMS) {
      Logged logged = signed.logged(form);
      boolean legacy = form == Evidence.Form.LEGACY;
      bound(logged, signed.hashedRekord());
      judged(legacy, logged, signed.rekord());
      judged(!legacy, logged, signed.hashedRekord(HashAlgorithm.SHA2_512));
      for (Bytes other : List.of(signed.dsse(), signed.intoto2(), signed.intoto1(true))) {
        refused(logged, other);
      }
      refused(logged, signed.tile());
    }
  }

  @Test
  void envelopesAreBoundByTheirKinds() throws RefusedException {
    Signed signed = Signed.statement();
    for (Evidence.Form form : FORMS) {
      Logged logged = signed.logged(form);
      bound(logged, signed.dsse());
      bound(logged, signed.intoto2());
      judged(form == Evidence.Form.LEGACY, logged, signed.intoto1(true));
      judged(form == Evidence.Form.LEGACY, logged, signed.intoto1(false));
      // Over the payload, not over what was signed.
      Signed overPayload =
          new Signed(
              signed.key(), signed.signature(), signed.envelope().payload(), signed.envelope());
      refused(logged, overPayload.hashedRekord());
      refused(logged, overPayload.rekord());
    }
  }

  private static void judged(boolean good, Logged logged, Bytes body) {
    if (good) {
      bound(logged, body);
    } else {
      refused(logged, body);
    }
  }

  @Test
  void theOldestKindNeedsTheEnvelopesText() throws RefusedException {
    Signed signed = Signed.statement();
    Logged logged = signed.logged(Evidence.Form.LEGACY);
    Logged without =
        new Logged(
            logged.form(),
            logged.signature(),
            logged.signer(),
            new Logged.Content.Dsse(signed.envelope(), Optional.empty()));
    refused(without, signed.intoto1(false));
    Logged other =
        new Logged(
            logged.form(),
            logged.signature(),
            logged.signer(),
            new Logged.Content.Dsse(signed.envelope(), Optional.of(Bytes.utf8("{}"))));
    refused(other, signed.intoto1(false));
    bound(other, signed.intoto1(true));
  }

  @Test
  void entriesOfOthersAreRefused() throws RefusedException {
    for (Signed signed : List.of(Signed.message("hello"), Signed.statement())) {
      Signed other = signed.message().isEmpty() ? Signed.statement() : Signed.message("hello");
      List<Signed> mixed =
          List.of(
              other,
              new Signed(other.key(), signed.signature(), signed.message(), signed.envelope()),
              new Signed(signed.key(), other.signature(), signed.message(), signed.envelope()),
              new Signed(signed.key(), Bytes.EMPTY, signed.message(), signed.envelope()));
      for (Evidence.Form form : FORMS) {
        Logged logged = signed.logged(form);
        for (Signed each : mixed) {
          if (signed.message().isEmpty()) {
            refused(logged, each.dsse());
            refused(logged, each.intoto2());
          } else {
            refused(logged, each.hashedRekord());
            refused(logged, each.rekord());
          }
        }
      }
    }
  }

  @Test
  void otherContentIsRefused() throws RefusedException {
    Signed signed = Signed.message("hello");
    Signed other =
        new Signed(signed.key(), signed.signature(), Bytes.utf8("hallo"), signed.envelope());
    refused(signed.logged(Evidence.Form.BUNDLE_0_3), other.hashedRekord());
    refused(signed.logged(Evidence.Form.LEGACY), other.rekord());
    Bytes upper =
        Bytes.utf8(
            signed
                .hashedRekord()
                .toText()
                .replace(
                    signed.message().sha256().toHex(),
                    signed.message().sha256().toHex().toUpperCase(java.util.Locale.ROOT)));
    refused(signed.logged(Evidence.Form.BUNDLE_0_3), upper);
  }

  @Test
  void anEmptySignatureIsNeverBound() throws RefusedException {
    Signed empty =
        new Signed(
            Signed.message("a").key(), Bytes.EMPTY, Bytes.utf8("a"), Signed.statement().envelope());
    refused(empty.logged(Evidence.Form.LEGACY), empty.hashedRekord());
    refused(empty.logged(Evidence.Form.BUNDLE_0_3), empty.hashedRekord());
  }

  @Test
  void knownDigestsBindByTheirAlgorithmAlone() throws RefusedException {
    Signed signed = Signed.message("hello");
    Logged logged =
        new Logged(
            Evidence.Form.BUNDLE_0_3,
            signed.signature(),
            new Logged.Signer.Key(signed.key()),
            new Logged.Content.Digests(Map.of(HashAlgorithm.SHA2_256, signed.message().sha256())));
    bound(logged, signed.hashedRekord());
    refused(logged, signed.hashedRekord(HashAlgorithm.SHA2_384));
  }

  @Test
  void anEntryWithSeveralSignaturesOrSignersIsRefused() throws RefusedException {
    Signed signed = Signed.statement();
    String body = signed.dsse().toText();
    String one = body.substring(body.indexOf("[") + 1, body.indexOf("]"));
    Logged logged = signed.logged(Evidence.Form.LEGACY);
    refused(logged, Bytes.utf8(body.replace(one, one + "," + one)));
    refused(logged, Bytes.utf8(body.replace(one, "")));
    String pem = signed.pem().toBase64();
    String twice = signed.pem().plus(signed.pem()).toBase64();
    refused(logged, Bytes.utf8(body.replace(pem, twice)));
    refused(logged, Bytes.utf8(body.replace(pem, "")));
  }

  @Test
  void aKeyIsNoCertificateAndNoOtherHashCounts() throws RefusedException {
    Signed signed = Signed.message("hello");
    Logged certificate =
        new Logged(
            Evidence.Form.BUNDLE_0_3,
            signed.signature(),
            new Logged.Signer.Certificate(signed.key().spki(), signed.key()),
            new Logged.Content.Message(signed.message()));
    refused(certificate, signed.hashedRekord());
    Signed statement = Signed.statement();
    for (String algorithm : List.of("sha512", "sha1", "SHA256", "")) {
      Bytes body = Bytes.utf8(statement.dsse().toText().replace("sha256", algorithm));
      refused(statement.logged(Evidence.Form.BUNDLE_0_3), body);
    }
  }
}
