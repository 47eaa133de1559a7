package dev.landwaiter.cli.command.sign;

import java.util.List;

/// An environment variable that signing and verification look at.
///
/// @param about a clause that goes on from the name
/// @param value what it holds
record EnvVariable(String name, String about, String value) {
  private static final List<String> SECRETS =
      List.of("PASSWORD", "TOKEN", "PIN", "SECRET", "PRIVATE");

  /// All of them, by name.
  static final List<EnvVariable> ALL =
      List.of(
          new EnvVariable(
              "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
              "lets a job of GitHub Actions ask for its identity token",
              "a bearer token"),
          new EnvVariable(
              "ACTIONS_ID_TOKEN_REQUEST_URL",
              "says where a job of GitHub Actions asks for its identity token",
              "an address"),
          new EnvVariable(
              "BUILDKITE_AGENT_ACCESS_TOKEN",
              "lets a job of Buildkite ask for its identity token",
              "a bearer token"),
          new EnvVariable(
              "BUILDKITE_AGENT_ENDPOINT", "says where Buildkite's agent asks", "an address"),
          new EnvVariable(
              "BUILDKITE_AGENT_LOG_LEVEL",
              "says how much Buildkite's agent tells",
              "debug, notice, info, error, warn or fatal (notice if not set)"),
          new EnvVariable(
              "BUILDKITE_JOB_ID", "names the job of Buildkite for its identity token", "an id"),
          new EnvVariable(
              "COSIGN_DOCKER_MEDIA_TYPES",
              "writes Docker's media types, for registries that know no others",
              "1, or 0 (if not set)"),
          new EnvVariable(
              "COSIGN_EXPERIMENTAL", "turns on what is still tried out", "1, or 0 (if not set)"),
          new EnvVariable(
              "COSIGN_MAX_ATTACHMENT_SIZE",
              "limits the size of each attachment that is downloaded (128MiB if not set)",
              "bytes, also with a unit, such as 5120, 20K, 3M, 45MiB or 1GB"),
          new EnvVariable(
              "COSIGN_PASSWORD",
              "is the password of private keys, so that nobody is asked",
              "a password, which may be empty"),
          new EnvVariable(
              "COSIGN_PKCS11_IGNORE_CERTIFICATE",
              "takes no public key from the certificates of a token",
              "1, or 0 (if not set)"),
          new EnvVariable(
              "COSIGN_PKCS11_MODULE_PATH",
              "names the PKCS#11 module where a URI does not",
              "an absolute path"),
          new EnvVariable(
              "COSIGN_PKCS11_PIN", "is the PIN of a token where a URI has none", "a PIN"),
          new EnvVariable(
              "COSIGN_REPOSITORY",
              "keeps signatures in another repository than the image's",
              "a repository"),
          new EnvVariable("GITHUB_HOST", "names a GitHub Enterprise server", "an address"),
          new EnvVariable("GITHUB_TOKEN", "is a login at GitHub", "a token"),
          new EnvVariable("GITLAB_HOST", "names a GitLab server", "an address"),
          new EnvVariable("GITLAB_TOKEN", "is a login at GitLab", "a token"),
          new EnvVariable(
              "GOOGLE_SERVICE_ACCOUNT_NAME",
              "names the service account that Google gives an identity token for",
              "an account"),
          new EnvVariable(
              "SIGSTORE_CT_LOG_PUBLIC_KEY_FILE",
              "is trusted instead of the known logs of certificates",
              "the path of a public key"),
          new EnvVariable(
              "SIGSTORE_ID_TOKEN", "is the identity token for a certificate", "an identity token"),
          new EnvVariable(
              "SIGSTORE_REKOR_PUBLIC_KEY",
              "is trusted instead of the known logs of signatures",
              "the path of a public key"),
          new EnvVariable(
              "SIGSTORE_ROOT_FILE",
              "is trusted instead of the known certificate authorities",
              "the path of certificates"),
          new EnvVariable(
              "SIGSTORE_TSA_CERTIFICATE_FILE",
              "is trusted instead of the known timestamp authorities",
              "the path of certificates, the authority's own first, the root last"),
          new EnvVariable(
              "SOURCE_DATE_EPOCH",
              "is the time that is written into what shall come out the same each time",
              "seconds since 1970"),
          new EnvVariable(
              "SPIFFE_ENDPOINT_SOCKET", "says where SPIFFE gives identity tokens", "a path"),
          new EnvVariable("TUF_MIRROR", "says where the trust repository is", "an address"),
          new EnvVariable("TUF_ROOT", "keeps the trust repository's files", "the path of a folder"),
          new EnvVariable(
              "TUF_ROOT_JSON",
              "is the first root of the trust repository",
              "the path of a root.json"));

  /// Whether its value should not be seen by others.
  static boolean isSecret(String name) {
    return SECRETS.stream()
        .anyMatch(word -> name.endsWith("_" + word) || name.contains("_" + word + "_"));
  }
}
