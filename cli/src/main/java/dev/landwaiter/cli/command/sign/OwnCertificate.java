package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.SigningKey;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.bundle.LegacyParts;
import dev.landwaiter.signing.certificate.CertificatePaths;
import dev.landwaiter.signing.certificate.ParsedCertificate;
import dev.landwaiter.signing.certificate.SigningCertificate;
import dev.landwaiter.signing.encoding.Pem;
import dev.landwaiter.signing.sign.Signatory;
import dev.landwaiter.signing.trust.file.PiecewiseTrust;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A certificate that the signer brings for his key.
///
/// @param above the certificates above the leaf without a root, nearest first, DER
record OwnCertificate(Bytes leaf, List<Bytes> above) {
  OwnCertificate {
    above = List.copyOf(above);
  }

  /// What the flags name, if anything.
  ///
  /// @throws UsageException for certificates above one that is missing
  /// @throws RefusedException with CHAIN when the certificate does not lead to the last of the
  ///   chain
  static Optional<OwnCertificate> of(Invocation invocation) throws UsageException, IOException {
    Values values = invocation.values();
    String file = values.text(CosignFlags.CERTIFICATE);
    String chain = values.text(CosignFlags.CERTIFICATE_CHAIN);
    if (file.isEmpty()) {
      if (!chain.isEmpty()) {
        throw new UsageException("--certificate-chain wants --certificate, which it stands above");
      }
      return Optional.empty();
    }
    Bytes text = FileText.read(invocation, "--certificate", file);
    if (!(LegacyParts.signer(file, text.toText())
        instanceof Evidence.Signer.Certificate(Bytes leaf, List<Bytes> none))) {
      throw new RefusedException(FailureClass.USAGE, file + " holds no certificate");
    }
    if (chain.isEmpty()) {
      return Optional.of(new OwnCertificate(leaf, List.of()));
    }
    Bytes certificates = FileText.read(invocation, "--certificate-chain", chain);
    var signer = SigningCertificate.parse(file, leaf);
    var _ =
        new CertificatePaths()
            .build(
                signer,
                List.of(),
                PiecewiseTrust.chain(chain, certificates),
                signer.validity().start().orElseThrow());
    List<Bytes> stored = new ArrayList<>();
    for (Pem block : Pem.blocks(chain, certificates.toText())) {
      ParsedCertificate each = ParsedCertificate.parse(chain, block.content());
      // A root is of no use to those who verify: they must have it already.
      if (!each.subject().equals(each.issuer())) {
        stored.add(each.der());
      }
    }
    return Optional.of(new OwnCertificate(leaf, stored));
  }

  /// Who signs with it.
  ///
  /// @throws RefusedException with USAGE when it is for another key
  Signatory with(SigningKey key) throws RefusedException {
    if (!ParsedCertificate.parse("the certificate", leaf).spki().equals(key.publicKey().spki())) {
      throw new RefusedException(
          FailureClass.USAGE, "the certificate is for another key than the one that signs");
    }
    return new Signatory.CertificateHolder(key, leaf, above);
  }
}
