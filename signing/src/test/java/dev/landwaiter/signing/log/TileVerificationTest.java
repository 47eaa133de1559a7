package dev.landwaiter.signing.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.HashAlgorithm;
import dev.landwaiter.signing.PublicKeyDetails;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.VerificationKey;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.bundle.LogEntry;
import dev.landwaiter.signing.trust.LogInstance;
import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TileVerificationTest extends LogCase {
  @ValueSource(strings = {"Ed25519", "secp256r1", "secp384r1", "RSA"})
  @ParameterizedTest
  void logsOfTheSecondVersionGiveNoTime(String kind) throws RefusedException {
    MadeLog log = MadeLog.tiles("tiles.test", kind);
    for (Signed signed : List.of(Signed.message("hello"), Signed.statement())) {
      LogEntry entry = log.tile(signed.tile());
      LogVerdict.Counted counted = counted(entry, signed.logged(NEWEST), log.trusted());
      assertThat(counted.time()).isEmpty();
      LogEntry timed = Entries.time(entry, MadeLog.NOW.getEpochSecond());
      assertThat(counted(timed, signed.logged(NEWEST), log.trusted()).time()).isEmpty();
      refused(FailureClass.LOG, entry, signed.logged(Evidence.Form.LEGACY), log.trusted());
      uncounted(entry, signed.logged(Evidence.Form.BUNDLE_0_1), log.trusted());
    }
  }

  /// The index outside the proof is what is proven; what the proof repeats is passed over.
  @Test
  void theSecondVersionProvesItsOuterIndex() throws RefusedException {
    Second second = Second.made();
    LogInstance log = second.log().trusted();
    counted(Entries.place(second.entry(), 4, 9, Bytes.EMPTY), second.logged(), log);
    for (long index : new long[] {0, 1, 3, 4, 5, 1002}) {
      refused(FailureClass.LOG, Entries.index(second.entry(), index), second.logged(), log);
    }
    refused(FailureClass.PARSE, Entries.index(second.entry(), -1), second.logged(), log);
  }

  @Test
  void theSecondVersionIsNamedByItsHost() throws RefusedException {
    Second second = Second.made();
    LogInstance log = second.log().trusted();
    Bytes root = second.entry().proof().orElseThrow().rootHash();
    for (String checkpoint :
        List.of(
            second.log().checkpoint("other.test", 5, root),
            second.log().checkpoint("tiles.test - 77", 5, root),
            second.log().checkpoint("tiles.test", 5, MerkleProof.leaf(root)),
            MadeLog.tiles("tiles.test", "Ed25519").checkpoint("tiles.test", 5, root))) {
      refused(
          FailureClass.LOG, Entries.checkpoint(second.entry(), checkpoint), second.logged(), log);
    }
    for (String url : List.of("", "tiles.test", "https://other.test", "::")) {
      refused(
          FailureClass.LOG,
          second.entry(),
          second.logged(),
          new LogInstance(url, log.id(), log.key(), log.validFor()));
    }
  }

  @Test
  void theBodyOfTheSecondVersionIsRebuilt() throws RefusedException {
    Second second = Second.made();
    LogInstance log = second.log().trusted();
    Signed signed = second.signed();
    Signed other = Signed.message("hello");
    for (Signed each :
        List.of(
            other,
            new Signed(other.key(), signed.signature(), signed.message(), signed.envelope()),
            new Signed(signed.key(), other.signature(), signed.message(), signed.envelope()),
            new Signed(signed.key(), signed.signature(), Bytes.utf8("x"), signed.envelope()))) {
      refused(FailureClass.LOG, second.log().tile(each.tile()), second.logged(), log);
    }
    String body = signed.tile().toText();
    for (String each :
        List.of(
            body.replace("{\"apiVersion\"", "{ \"apiVersion\""),
            body.replace("SHA2_256", "SHA2_512"),
            body.replace("PKIX_ECDSA_P256_SHA_256", "PKIX_ECDSA_P384_SHA_256"),
            body.replace("publicKey", "x509Certificate"),
            body.replace("\"spec\":{", "\"spec\":{\"a\":1,"))) {
      assertThat(each).isNotEqualTo(body);
      refused(FailureClass.LOG, second.log().tile(Bytes.utf8(each)), second.logged(), log);
    }
  }

  /// Ed25519 is logged in its form over a hash, larger curves with their own hash or SHA-256.
  @CsvSource({
    "Ed25519,PKIX_ED25519_PH,true",
    "Ed25519,PKIX_ED25519,false",
    "secp384r1,PKIX_ECDSA_P384_SHA_384,true",
    "secp384r1,PKIX_ECDSA_P384_SHA_256,true",
    "secp384r1,PKIX_ECDSA_P521_SHA_512,false",
    "secp521r1,PKIX_ECDSA_P521_SHA_512,true",
    "secp256r1,PKIX_ECDSA_P384_SHA_256,false",
    "RSA,PKIX_RSA_PKCS1V15_2048_SHA256,true",
    "RSA,PKIX_RSA_PSS_2048_SHA256,false",
  })
  @ParameterizedTest
  void keysAreLoggedInTheirOwnWays(String kind, PublicKeyDetails details, boolean counts)
      throws RefusedException {
    KeyPair pair = kind.startsWith("secp") ? MadeLog.pair("EC", kind) : MadeLog.pair(kind, "");
    VerificationKey key = MadeLog.key(pair);
    Bytes message = Bytes.utf8("hello");
    Logged logged =
        new Logged(
            NEWEST,
            Bytes.utf8("any signature"),
            new Logged.Signer.Key(key),
            new Logged.Content.Message(message));
    MadeLog log = MadeLog.tiles("tiles.test", "Ed25519");
    LogEntry entry = log.tile(TileEntry.body(logged, details));
    Logged byDigest =
        new Logged(
            NEWEST,
            logged.signature(),
            logged.signer(),
            new Logged.Content.Digests(Map.of(details.hash(), message.hash(details.hash()))));
    Logged byOther =
        new Logged(
            NEWEST,
            logged.signature(),
            logged.signer(),
            new Logged.Content.Digests(
                Map.of(HashAlgorithm.SHA2_384, message.hash(HashAlgorithm.SHA2_512))));
    if (counts) {
      counted(entry, logged, log.trusted());
      counted(entry, byDigest, log.trusted());
    } else {
      refused(FailureClass.LOG, entry, logged, log.trusted());
      refused(FailureClass.LOG, entry, byDigest, log.trusted());
    }
    refused(FailureClass.LOG, entry, byOther, log.trusted());
  }
}
