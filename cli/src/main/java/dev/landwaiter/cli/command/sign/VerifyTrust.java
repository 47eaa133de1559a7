package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.cli.flags.CosignVerifyFlags;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.trust.Authority;
import dev.landwaiter.signing.trust.LogInstance;
import dev.landwaiter.signing.trust.TrustedRoot;
import dev.landwaiter.signing.trust.file.PiecewiseTrust;
import dev.landwaiter.signing.trust.file.TrustedRootReader;
import dev.landwaiter.signing.verify.Requirements;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Everything that a command that verifies trusts beside a key: one trusted root, or for the older
/// forms pieces of one, or what the repository of trust holds. Nothing is read before it is needed.
final class VerifyTrust {
  private static final String ROOTS = "SIGSTORE_ROOT_FILE";
  private static final String LOG = "SIGSTORE_REKOR_PUBLIC_KEY";
  private static final String CERTIFICATE_LOG = "SIGSTORE_CT_LOG_PUBLIC_KEY_FILE";
  private static final String TIMESTAMPS = "SIGSTORE_TSA_CERTIFICATE_FILE";

  private final Invocation invocation;
  private final Requirements requirements;
  private final RepositoryTrust standard;
  private Optional<TrustedRoot> file = Optional.empty();
  private Optional<TrustedRoot> pieces = Optional.empty();
  private boolean usedStandard;

  VerifyTrust(Invocation invocation, Requirements requirements, RepositoryTrust standard) {
    this.invocation = invocation;
    this.requirements = requirements;
    this.standard = standard;
  }

  /// What bundles are verified with.
  TrustedRoot modern() throws UsageException, IOException {
    if (!needed()) {
      return TrustedRoot.NOTHING;
    }
    return given() ? file() : standard();
  }

  /// What the older forms are verified with.
  TrustedRoot legacy() throws UsageException, IOException {
    if (!needed()) {
      return TrustedRoot.NOTHING;
    }
    if (given()) {
      return file();
    }
    if (pieces.isEmpty()) {
      TrustedRoot read = pieces();
      pieces = Optional.of(whole(read) ? read : PiecewiseTrust.over(read, standard()));
    }
    return pieces.get();
  }

  /// Whether `--trusted-root` is given.
  boolean given() throws UsageException {
    return !invocation.values().text(CosignFlags.TRUSTED_ROOT).isEmpty();
  }

  /// Whether something was judged by trust that came with the program and could not be brought up
  /// to date: a refusal may be due to its age.
  boolean old() {
    return usedStandard && standard.old();
  }

  private TrustedRoot standard() throws UsageException, IOException {
    usedStandard = true;
    return standard.root();
  }

  /// Whether anything but a key decides.
  boolean needed() {
    return requirements.logs() > 0 || requirements.timestamps() > 0 || identities();
  }

  private boolean identities() {
    return requirements.signer() instanceof Requirements.Signer.Identities;
  }

  private TrustedRoot file() throws UsageException, IOException {
    if (file.isEmpty()) {
      String name = invocation.values().text(CosignFlags.TRUSTED_ROOT);
      file =
          Optional.of(
              TrustedRootReader.read(name, FileText.read(invocation, "--trusted-root", name)));
    }
    return file.get();
  }

  /// Whether the pieces are enough for what is asked.
  private boolean whole(TrustedRoot root) {
    return (requirements.logs() == 0 || !root.logs().isEmpty())
        && (requirements.timestamps() == 0 || !root.timestampAuthorities().isEmpty())
        && (!identities() || !root.certificateAuthorities().isEmpty())
        && (!identities()
            || requirements.certificateLogs() == 0
            || !root.certificateLogs().isEmpty());
  }

  private TrustedRoot pieces() throws UsageException, IOException {
    return new TrustedRoot(log(LOG), log(CERTIFICATE_LOG), authorities(), timestampAuthorities());
  }

  private List<LogInstance> log(String variable) throws IOException {
    String name = variable(variable);
    return name.isEmpty()
        ? List.of()
        : List.of(PiecewiseTrust.log(name, FileText.read(invocation, variable, name)));
  }

  private List<Authority> authorities() throws UsageException, IOException {
    Values values = invocation.values();
    String chain = values.text(CosignFlags.CERTIFICATE_CHAIN);
    String roots = values.text(CosignVerifyFlags.CA_ROOTS);
    String between = values.text(CosignVerifyFlags.CA_INTERMEDIATES);
    if (!chain.isEmpty()) {
      return PiecewiseTrust.chain(chain, read(CosignFlags.CERTIFICATE_CHAIN, chain));
    }
    if (!roots.isEmpty()) {
      return PiecewiseTrust.roots(
          roots,
          read(CosignVerifyFlags.CA_ROOTS, roots),
          between,
          between.isEmpty() ? Bytes.EMPTY : read(CosignVerifyFlags.CA_INTERMEDIATES, between));
    }
    String file = variable(ROOTS);
    return file.isEmpty()
        ? List.of()
        : PiecewiseTrust.roots(file, FileText.read(invocation, ROOTS, file));
  }

  private List<Authority> timestampAuthorities() throws UsageException, IOException {
    String chain = invocation.values().text(CosignVerifyFlags.TSA_CHAIN);
    if (!chain.isEmpty()) {
      return PiecewiseTrust.timestampChain(chain, read(CosignVerifyFlags.TSA_CHAIN, chain));
    }
    String file = variable(TIMESTAMPS);
    return file.isEmpty()
        ? List.of()
        : PiecewiseTrust.timestampChain(file, FileText.read(invocation, TIMESTAMPS, file));
  }

  private Bytes read(Flag flag, String name) throws IOException {
    return FileText.read(invocation, "--" + flag.name(), name);
  }

  /// The file that a variable names, or empty. What it puts in the place of the usual trust is
  /// told.
  private String variable(String name) {
    String file = invocation.world().environment().getOrDefault(name, "");
    if (!file.isEmpty()) {
      invocation.log().info("trusted is what the variable " + name + " names: " + file);
    }
    return file;
  }
}
