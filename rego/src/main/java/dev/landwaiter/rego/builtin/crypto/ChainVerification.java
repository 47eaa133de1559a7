package dev.landwaiter.rego.builtin.crypto;

import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Surroundings;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Looks for a chain from a certificate over intermediate ones to the root (RFC 5280, 6; the rules
/// of Go's x509).
final class ChainVerification {
  /// How many signatures are checked for one certificate at most, as in the original.
  private static final int SIGNATURES = 100;

  private final Surroundings surroundings;
  private final List<Certificate> candidates;
  private final Certificate root;
  private final VerifyOptions options;
  private int signatures;

  /// @param certificates the root first, the one in question last
  ChainVerification(
      Surroundings surroundings, List<Certificate> certificates, VerifyOptions options) {
    this.surroundings = surroundings;
    this.root = certificates.getFirst();
    this.candidates = certificates.subList(0, certificates.size() - 1);
    this.options = options;
  }

  /// The first chain found, leaf first and root last.
  Optional<List<Certificate>> chain(Certificate leaf) throws BuiltinException {
    if (!isValid(leaf, false, List.of()) || !names(leaf)) {
      return Optional.empty();
    }
    if (Arrays.equals(leaf.raw(), root.raw())) {
      return purposesFit(List.of(leaf)) ? Optional.of(List.of(leaf)) : Optional.empty();
    }
    return extend(List.of(leaf));
  }

  private Optional<List<Certificate>> extend(List<Certificate> chain) throws BuiltinException {
    var last = chain.getLast();
    for (Certificate parent : parents(last)) {
      surroundings.check();
      boolean isRoot = Arrays.equals(parent.raw(), root.raw());
      if (chain.stream().anyMatch(other -> same(other, parent))) {
        continue;
      }
      if (++signatures > SIGNATURES) {
        return Optional.empty();
      }
      if (!signed(last, parent) || !isValid(parent, !isRoot, chain)) {
        continue;
      }
      List<Certificate> longer = new ArrayList<>(chain);
      longer.add(parent);
      var found = isRoot ? Optional.of(longer).filter(this::purposesFit) : extend(longer);
      if (found.isPresent()) {
        return found.map(List::copyOf);
      }
    }
    return Optional.empty();
  }

  /// Those whose subject is the issuer; first those whose key is the one the child names, then
  /// those that leave it open, then the others.
  private List<Certificate> parents(Certificate child) {
    List<List<Certificate>> ranks =
        List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    var wanted = child.extensions().authorityKeyId();
    for (Certificate candidate : candidates) {
      if (Arrays.equals(candidate.rawSubject(), child.rawIssuer())) {
        var key = candidate.extensions().subjectKeyId();
        int rank = 1;
        if (wanted.isPresent() && key.isPresent()) {
          rank = Arrays.equals(wanted.get(), key.get()) ? 0 : 2;
        }
        ranks.get(rank).add(candidate);
      }
    }
    return ranks.stream().flatMap(List::stream).toList();
  }

  private static boolean same(Certificate one, Certificate other) {
    return Arrays.equals(one.rawSubject(), other.rawSubject())
        && one.publicKey().equals(other.publicKey());
  }

  private boolean isValid(Certificate certificate, boolean intermediate, List<Certificate> chain) {
    var extensions = certificate.extensions();
    if (extensions.hasUnhandledCritical()
        || options.time().isBefore(certificate.notBefore())
        || options.time().isAfter(certificate.notAfter())) {
      return false;
    }
    if (intermediate && !(extensions.hasBasicConstraints() && extensions.isAuthority())) {
      return false;
    }
    if (extensions.pathLength() >= 0 && chain.size() - 1 > extensions.pathLength()) {
      return false;
    }
    return chain.stream()
        .map(Certificate::extensions)
        .filter(Extensions::hasAlternativeNames)
        .allMatch(child -> extensions.constraints().allow(child.names()));
  }

  private boolean names(Certificate leaf) {
    if (options.host().isEmpty()) {
      return true;
    }
    String host = options.host();
    String address =
        host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    if (address.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}") || address.contains(":")) {
      return leaf.extensions().names().addresses().stream()
          .anyMatch(known -> IpText.of(known).equals(address.toLowerCase(Locale.ROOT)));
    }
    return leaf.extensions().names().domains().stream()
        .anyMatch(name -> DomainName.matches(name, host));
  }

  /// Whether some wanted purpose is allowed by all certificates of the chain.
  private boolean purposesFit(List<Certificate> chain) {
    if (options.purposes().contains(KeyPurpose.ANY)) {
      return true;
    }
    List<KeyPurpose> left = new ArrayList<>(options.purposes());
    for (Certificate certificate : chain) {
      var extensions = certificate.extensions();
      if (extensions.limitsPurposes() && !extensions.purposes().contains(KeyPurpose.ANY.number())) {
        left.removeIf(purpose -> !extensions.purposes().contains(purpose.number()));
      }
    }
    return !left.isEmpty();
  }

  private static boolean signed(Certificate child, Certificate parent) {
    var extensions = parent.extensions();
    if ((parent.version() == 3 && !extensions.hasBasicConstraints())
        || (extensions.hasBasicConstraints() && !extensions.isAuthority())
        || !extensions.maySignCertificates()) {
      return false;
    }
    int algorithm = child.signatureAlgorithm().signatureAlgorithm();
    if (keyAlgorithm(algorithm) != parent.publicKey().algorithm()) {
      return false;
    }
    try {
      var signature = signature(algorithm);
      signature.initVerify(parent.publicKey().forJdk().orElseThrow());
      signature.update(child.rawTbs());
      return signature.verify(child.signature());
    } catch (GeneralSecurityException _) {
      return false;
    }
  }

  /// The kind of key for a signature; -1 for what is not trusted, as MD5 and SHA-1 are not.
  private static int keyAlgorithm(int signature) {
    return switch (signature) {
      case 4, 5, 6, 13, 14, 15 -> 1;
      case 10, 11, 12 -> 3;
      case 16 -> 4;
      default -> -1;
    };
  }

  private static Signature signature(int algorithm) throws GeneralSecurityException {
    return switch (algorithm) {
      case 4 -> Signature.getInstance("SHA256withRSA");
      case 5 -> Signature.getInstance("SHA384withRSA");
      case 6 -> Signature.getInstance("SHA512withRSA");
      case 10 -> Signature.getInstance("SHA256withECDSA");
      case 11 -> Signature.getInstance("SHA384withECDSA");
      case 12 -> Signature.getInstance("SHA512withECDSA");
      case 13 -> pss("SHA-256", MGF1ParameterSpec.SHA256, 32);
      case 14 -> pss("SHA-384", MGF1ParameterSpec.SHA384, 48);
      case 15 -> pss("SHA-512", MGF1ParameterSpec.SHA512, 64);
      default -> Signature.getInstance("Ed25519");
    };
  }

  private static Signature pss(String hash, MGF1ParameterSpec mask, int salt)
      throws GeneralSecurityException {
    var signature = Signature.getInstance("RSASSA-PSS");
    signature.setParameter(new PSSParameterSpec(hash, "MGF1", mask, salt, 1));
    return signature;
  }
}
