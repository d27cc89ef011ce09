class Chartlint < Formula
  desc "Finds the mistakes in Helm values before Helm or the cluster does"
  homepage "https://github.com/chartlint/chartlint"
  version "@version@"
  license "Apache-2.0"

  on_macos do
    on_arm do
      url "https://github.com/chartlint/chartlint/releases/download/v@version@/chartlint-darwin-arm64", using: :nounzip
      sha256 "@sha256 chartlint-darwin-arm64@"
    end
    on_intel do
      url "https://github.com/chartlint/chartlint/releases/download/v@version@/chartlint-darwin-x64", using: :nounzip
      sha256 "@sha256 chartlint-darwin-x64@"
    end
  end

  on_linux do
    on_arm do
      url "https://github.com/chartlint/chartlint/releases/download/v@version@/chartlint-linux-arm64", using: :nounzip
      sha256 "@sha256 chartlint-linux-arm64@"
    end
    on_intel do
      url "https://github.com/chartlint/chartlint/releases/download/v@version@/chartlint-linux-x64", using: :nounzip
      sha256 "@sha256 chartlint-linux-x64@"
    end
  end

  def install
    bin.install Dir["chartlint-*"].first => "chartlint"
    chmod 0755, bin/"chartlint"
    generate_completions_from_executable(bin/"chartlint", "completion")
  end

  test do
    assert_equal version.to_s, shell_output("#{bin}/chartlint --version").strip
    (testpath/"values.yaml").write "image: nginx:latest\n"
    assert_match "mutable-image-tag", shell_output("#{bin}/chartlint values.yaml")
  end
end
