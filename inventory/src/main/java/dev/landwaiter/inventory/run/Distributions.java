package dev.landwaiter.inventory.run;

import dev.landwaiter.inventory.Distribution;
import dev.landwaiter.inventory.os.activestate.ActiveState;
import dev.landwaiter.inventory.os.alma.Alma;
import dev.landwaiter.inventory.os.alpine.Alpine;
import dev.landwaiter.inventory.os.amazon.Amazon;
import dev.landwaiter.inventory.os.azure.AzureLinux;
import dev.landwaiter.inventory.os.azure.CblMariner;
import dev.landwaiter.inventory.os.bottlerocket.Bottlerocket;
import dev.landwaiter.inventory.os.centos.CentOs;
import dev.landwaiter.inventory.os.chainguard.Chainguard;
import dev.landwaiter.inventory.os.coreos.CoreOs;
import dev.landwaiter.inventory.os.debian.Debian;
import dev.landwaiter.inventory.os.echo.Echo;
import dev.landwaiter.inventory.os.fedora.Fedora;
import dev.landwaiter.inventory.os.minimos.MinimOs;
import dev.landwaiter.inventory.os.oracle.Oracle;
import dev.landwaiter.inventory.os.photon.Photon;
import dev.landwaiter.inventory.os.redhat.RedHat;
import dev.landwaiter.inventory.os.rocky.Rocky;
import dev.landwaiter.inventory.os.suse.OpenSuseLeap;
import dev.landwaiter.inventory.os.suse.OpenSuseTumbleweed;
import dev.landwaiter.inventory.os.suse.SleMicro;
import dev.landwaiter.inventory.os.suse.Sles;
import dev.landwaiter.inventory.os.ubuntu.Ubuntu;
import dev.landwaiter.inventory.os.wolfi.Wolfi;
import java.util.List;

/// All distributions that are recognised, one a line.
public final class Distributions {
  public static final List<Distribution> ALL =
      List.of(
          new ActiveState(),
          new Alma(),
          new Alpine(),
          new Amazon(),
          new AzureLinux(),
          new Bottlerocket(),
          new CblMariner(),
          new CentOs(),
          new Chainguard(),
          new CoreOs(),
          new Debian(),
          new Echo(),
          new Fedora(),
          new MinimOs(),
          new OpenSuseLeap(),
          new OpenSuseTumbleweed(),
          new Oracle(),
          new Photon(),
          new RedHat(),
          new Rocky(),
          new SleMicro(),
          new Sles(),
          new Ubuntu(),
          new Wolfi());

  private Distributions() {}
}
