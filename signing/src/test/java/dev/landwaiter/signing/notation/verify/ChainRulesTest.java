package dev.landwaiter.signing.notation.verify;

import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.testing.CertificateDraft;
import dev.landwaiter.signing.testing.CertificateDraft.Made;
import dev.landwaiter.signing.testing.EnvelopeDraft;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;

class ChainRulesTest extends NotationCase {
  @Test
  void rulesOfTheChain() throws RefusedException {
    Wanted audit = wanted(policy("audit"));
    Made other = CertificateDraft.authority("between").selfSigned();
    for (List<Made> chain :
        List.of(
            List.of(LEAF),
            List.of(LEAF, BETWEEN),
            List.of(LEAF, ROOT),
            List.of(LEAF, ROOT, BETWEEN),
            List.of(LEAF, BETWEEN, ROOT, ROOT),
            List.of(LEAF, BETWEEN, ROOT, other),
            List.of(LEAF, other),
            List.of(LEAF, BETWEEN, BETWEEN, ROOT))) {
      EnvelopeDraft draft = new EnvelopeDraft(LEAF);
      draft.chain = chain;
      refused(FailureClass.CHAIN, draft, audit);
    }
    EnvelopeDraft none = new EnvelopeDraft(LEAF);
    none.chain = List.of();
    refused(FailureClass.PARSE, none, audit);
  }

  @Test
  void rulesOfTheLeaf() throws RefusedException {
    Wanted audit = wanted(policy("audit"));
    List<CertificateDraft> wrong = new ArrayList<>();
    wrong.add(leaf().with(Extension.basicConstraints, true, new BasicConstraints(true)));
    wrong.add(leaf().without(Extension.keyUsage));
    wrong.add(leaf().with(Extension.keyUsage, false, new KeyUsage(KeyUsage.digitalSignature)));
    wrong.add(leaf().with(Extension.keyUsage, true, new KeyUsage(KeyUsage.nonRepudiation)));
    for (int use :
        List.of(
            KeyUsage.keyEncipherment,
            KeyUsage.dataEncipherment,
            KeyUsage.keyAgreement,
            KeyUsage.keyCertSign,
            KeyUsage.cRLSign,
            KeyUsage.encipherOnly,
            KeyUsage.decipherOnly)) {
      wrong.add(
          leaf().with(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | use)));
    }
    for (KeyPurposeId purpose :
        List.of(
            KeyPurposeId.anyExtendedKeyUsage,
            KeyPurposeId.id_kp_serverAuth,
            KeyPurposeId.id_kp_clientAuth,
            KeyPurposeId.id_kp_emailProtection,
            KeyPurposeId.id_kp_timeStamping)) {
      wrong.add(
          leaf()
              .with(
                  Extension.extendedKeyUsage,
                  false,
                  new ExtendedKeyUsage(
                      new KeyPurposeId[] {KeyPurposeId.id_kp_codeSigning, purpose})));
    }
    for (CertificateDraft each : wrong) {
      refused(FailureClass.CHAIN, new EnvelopeDraft(each.by(BETWEEN), BETWEEN, ROOT), audit);
    }
    for (CertificateDraft each :
        List.of(
            leaf().without(Extension.extendedKeyUsage),
            leaf().with(Extension.basicConstraints, true, new BasicConstraints(false)),
            leaf()
                .with(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation)))) {
      accepted(new EnvelopeDraft(each.by(BETWEEN), BETWEEN, ROOT), wanted(policy("strict")));
    }
  }

  @Test
  void rulesOfAuthorities() throws RefusedException {
    Wanted audit = wanted(policy("audit"));
    for (CertificateDraft each :
        List.of(
            CertificateDraft.authority("a").without(Extension.basicConstraints),
            CertificateDraft.authority("a")
                .with(Extension.basicConstraints, false, new BasicConstraints(true)),
            CertificateDraft.authority("a")
                .with(Extension.basicConstraints, true, new BasicConstraints(false)),
            CertificateDraft.authority("a").without(Extension.keyUsage),
            CertificateDraft.authority("a")
                .with(Extension.keyUsage, false, new KeyUsage(KeyUsage.keyCertSign)),
            CertificateDraft.authority("a")
                .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.cRLSign)))) {
      Made authority = each.by(ROOT);
      refused(FailureClass.CHAIN, new EnvelopeDraft(leaf().by(authority), authority, ROOT), audit);
    }
    Made short0 =
        CertificateDraft.authority("short")
            .with(Extension.basicConstraints, true, new BasicConstraints(0))
            .selfSigned();
    Made below = CertificateDraft.authority("below").by(short0);
    refused(FailureClass.CHAIN, new EnvelopeDraft(leaf().by(below), below, short0), audit);
    Made weak = CertificateDraft.authority("weak").algorithm("SHA1withECDSA").by(ROOT);
    refused(FailureClass.SIGNATURE, new EnvelopeDraft(leaf().by(weak), weak, ROOT), audit);
    Made forged = leaf().by("CN=between", LEAF.keys());
    refused(FailureClass.CHAIN, new EnvelopeDraft(forged, BETWEEN, ROOT), audit);
  }
}
