package dev.landwaiter.dockerfile.shell.view;

import java.util.List;

/// Which options of a program take a value in the next word (reference: 10.6). Only such options
/// are listed; what is not known takes none.
final class Options {
  private static final Options NONE = new Options("", "");

  /// One letter each.
  private final String letters;

  /// Long names between blanks.
  private final String names;

  private Options(String letters, String names) {
    this.letters = letters;
    this.names = names.isEmpty() ? "" : " " + names + " ";
  }

  boolean letter(char letter) {
    return letters.indexOf(letter) >= 0;
  }

  boolean name(String name) {
    return names.contains(" " + name + " ");
  }

  /// Whether it knows nothing.
  boolean none() {
    return letters.isEmpty() && names.isEmpty();
  }

  static Options of(String program, List<Item> arguments) {
    if (program.startsWith("pip") && !program.startsWith("pipenv")) {
      return pip();
    }
    if (program.startsWith("python")) {
      return module(arguments).startsWith("pip") ? pip() : NONE;
    }
    return switch (program) {
      case "apt-get", "apt", "aptitude" ->
          new Options(
              "toacP", "target-release default-release option config-file host-architecture");
      case "apk" ->
          new Options(
              "Xtp",
              "repository virtual root keys-dir repositories-file wait arch cache-dir cache-max-age"
                  + " timeout progress-fd");
      case "yum", "dnf", "dnf5", "microdnf", "tdnf" ->
          new Options(
              "cdexR",
              "config debuglevel errorlevel exclude excludepkgs randomwait installroot releasever"
                  + " enablerepo disablerepo repo repoid setopt disableplugin enableplugin comment"
                  + " color forcearch downloaddir destdir advisory advisories cve cves sec-severity"
                  + " bz bzs");
      case "zypper" ->
          new Options(
              "RCcDprt",
              "root installroot config reposd-dir cache-dir raw-cache-dir solv-cache-dir pkg-cache-dir"
                  + " plus-repo plus-content repo from type");
      case "pacman" -> new Options("br", "dbpath root cachedir config arch gpgdir hookdir logfile");
      case "npm" ->
          new Options(
              "Cw",
              "loglevel registry prefix cache userconfig globalconfig tag omit include only workspace"
                  + " otp scope script-shell before");
      case "yarn" ->
          new Options(
              "",
              "registry cache-folder modules-folder cwd network-timeout network-concurrency mutex proxy"
                  + " https-proxy use-yarnrc preferred-cache-folder global-folder");
      case "pnpm" -> new Options("CF", "dir filter store-dir registry reporter loglevel");
      case "gem" ->
          new Options(
              "vinPspB",
              "version install-dir bindir trust-policy platform source http-proxy bulk-threshold"
                  + " build-root");
      case "cargo" ->
          new Options(
              "jZ",
              "version vers git branch tag rev path root index registry target target-dir profile"
                  + " features bin example jobs color config");
      case "conda", "mamba", "micromamba" ->
          new Options("ncp", "name channel prefix file solver revision");
      case "curl" ->
          new Options(
              "odHXuAbceFmwTxEKCDryYzQtPU",
              "output data data-raw data-binary data-urlencode header request user user-agent cookie"
                  + " cookie-jar referer form max-time write-out upload-file proxy cert key cacert"
                  + " capath config continue-at dump-header range retry retry-delay retry-max-time"
                  + " connect-timeout limit-rate output-dir url tls-max ciphers proto resolve");
      case "wget" ->
          new Options(
              "oaeOPtTwQiBDRAIXUl",
              "output-file append-output execute output-document directory-prefix tries timeout wait"
                  + " quota input-file base user-agent header user password post-data progress"
                  + " ca-certificate");
      case "useradd" ->
          new Options(
              "ugGdscefkKpbZRP",
              "uid gid groups home-dir shell comment expiredate inactive skel key password base-dir"
                  + " selinux-user root prefix");
      case "uv", "pipx", "poetry" ->
          new Options(
              "cfip", "python index-url extra-index-url find-links target prefix cache-dir");
      default -> NONE;
    };
  }

  private static Options pip() {
    return new Options(
        "bcefirtC",
        "abi build constraint editable extra-index-url find-links index-url implementation no-binary"
            + " only-binary platform prefix progress-bar proxy python python-version root"
            + " root-user-action src target trusted-host upgrade-strategy requirement cache-dir"
            + " retries timeout log cert client-cert exists-action use-feature use-deprecated"
            + " global-option config-settings report keyring-provider");
  }

  private static String module(List<Item> arguments) {
    for (int i = 0; i + 1 < arguments.size(); i++) {
      if (arguments.get(i).text().equals("-m")) {
        return arguments.get(i + 1).text();
      }
    }
    return "";
  }
}
