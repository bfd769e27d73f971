#include "app/signing.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "base/text.h"

namespace xiezhi::app {
namespace {

using base::Err;

unsigned char* raw(std::string& bytes) { return reinterpret_cast<unsigned char*>(bytes.data()); }
const unsigned char* raw(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }

Err<KeyError> failed(const std::string& path, const char* what) {
  return Err{KeyError{path + ": " + what + ": " + std::strerror(errno)}};
}

/// A descriptor that closes itself.
struct File {
  int fd;
  ~File() {
    if (fd >= 0) close(fd);
  }
};

base::Result<SigningKey, KeyError> read_key(const std::string& path) {
  const File file{open(path.c_str(), O_RDONLY | O_CLOEXEC)};
  if (file.fd < 0) return failed(path, "cannot read the signing key");
  struct stat about {};
  if (fstat(file.fd, &about) != 0) return failed(path, "cannot read the signing key");
  if ((about.st_mode & 077) != 0)
    return Err{KeyError{path + ": others may read the signing key; its mode must be 0600"}};
  char buffer[128];
  const ssize_t size = read(file.fd, buffer, sizeof buffer);
  if (size < 0) return failed(path, "cannot read the signing key");
  const std::string seed = base::from_hex(base::trim(std::string_view(buffer, static_cast<std::size_t>(size))));
  if (seed.size() != crypto_sign_SEEDBYTES) return Err{KeyError{path + ": not a signing key of 64 hexadecimal digits"}};
  return key_of_seed(seed);
}

}  // namespace

std::string SigningKey::sign(std::string_view message) const {
  std::string out(crypto_sign_BYTES, '\0');
  VERIFY(crypto_sign_detached(raw(out), nullptr, raw(message), message.size(), raw(std::string_view(secret))) == 0);
  return out;
}

SigningKey key_of_seed(std::string_view seed) {
  VERIFY(seed.size() == crypto_sign_SEEDBYTES && sodium_init() >= 0);
  SigningKey key{std::string(crypto_sign_PUBLICKEYBYTES, '\0'), std::string(crypto_sign_SECRETKEYBYTES, '\0')};
  VERIFY(crypto_sign_seed_keypair(raw(key.public_key), raw(key.secret), raw(seed)) == 0);
  return key;
}

base::Result<SigningKey, KeyError> load_or_create_key(const std::string& path) {
  // Written apart and linked into place, so that two that start at once end with one key and no half file.
  const std::string fresh = path + "." + base::to_hex(random_bytes(8));
  {
    const File exists{open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    if (exists.fd >= 0) return read_key(path);
    const File file{open(fresh.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600)};
    if (file.fd < 0) return failed(path, "cannot create the signing key");
    const std::string text = base::to_hex(random_bytes(crypto_sign_SEEDBYTES)) + "\n";
    const bool written = write(file.fd, text.data(), text.size()) == static_cast<ssize_t>(text.size());
    if (!written || fsync(file.fd) != 0) return failed(path, "cannot write the signing key");
  }
  const bool linked = link(fresh.c_str(), path.c_str()) == 0 || errno == EEXIST;
  unlink(fresh.c_str());
  if (!linked) return failed(path, "cannot create the signing key");
  const auto slash = path.rfind('/');
  const File folder{open(slash == std::string::npos ? "." : path.substr(0, slash + 1).c_str(), O_RDONLY | O_DIRECTORY)};
  if (folder.fd < 0 || fsync(folder.fd) != 0) return failed(path, "cannot sync the folder of the signing key");
  return read_key(path);
}

bool verify_ed25519(std::string_view public_key, std::string_view message, std::string_view signature) {
  if (public_key.size() != crypto_sign_PUBLICKEYBYTES || signature.size() != crypto_sign_BYTES) return false;
  return crypto_sign_verify_detached(raw(signature), raw(message), message.size(), raw(public_key)) == 0;
}

std::string random_bytes(std::size_t count) {
  VERIFY(sodium_init() >= 0);
  std::string out(count, '\0');
  randombytes_buf(out.data(), out.size());
  return out;
}

}  // namespace xiezhi::app
