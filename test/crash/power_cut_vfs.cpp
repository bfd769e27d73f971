#include "power_cut_vfs.h"

#include <sqlite3.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <vector>

#include "base/assert.h"
#include "crash/workload.h"

namespace xiezhi::crash {
namespace {

/// A write, or a truncation when `bytes` is empty, that no sync has covered yet.
struct Change {
  std::int64_t offset;
  std::string bytes;
};

struct Disk {
  std::string durable;
  std::vector<Change> changes;
};

/// The machine. One thread uses it.
struct Machine {
  std::map<std::string, Disk> disks;
  std::int64_t writes_left = 0;
  std::int64_t writes_done = 0;
  bool dead = false;
};
Machine machine;

struct CutFile {
  sqlite3_file base;
  sqlite3_file* real;
  const char* name;  ///< null for temporary files
};

CutFile* cut(sqlite3_file* file) { return reinterpret_cast<CutFile*>(file); }
sqlite3_file* real(sqlite3_file* file) { return cut(file)->real; }
sqlite3_vfs* real_vfs() {
  static sqlite3_vfs* const vfs = sqlite3_vfs_find("unix");
  return vfs;
}

std::string contents(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void overlay(std::string& image, std::int64_t offset, std::string_view bytes) {
  const auto from = static_cast<std::size_t>(offset);
  if (image.size() < from + bytes.size()) image.resize(from + bytes.size(), '\0');
  std::copy(bytes.begin(), bytes.end(), image.begin() + offset);
}

void apply(std::string& image, const Change& change) {
  if (change.bytes.empty()) {
    image.resize(static_cast<std::size_t>(change.offset));
  } else {
    overlay(image, change.offset, change.bytes);
  }
}

void apply_partly(std::string& image, const Change& change, Random& random) {
  constexpr std::size_t kSector = 512;
  if (change.bytes.empty()) {
    if (random.below(2) == 0) apply(image, change);
    return;
  }
  for (std::size_t at = 0; at < change.bytes.size(); at += kSector) {
    if (random.below(2) == 0) continue;
    overlay(image, change.offset + static_cast<std::int64_t>(at), std::string_view(change.bytes).substr(at, kSector));
  }
}

int file_close(sqlite3_file* file) {
  const int rc = real(file)->pMethods->xClose(real(file));
  sqlite3_free(real(file));
  return rc;
}
int file_read(sqlite3_file* file, void* data, int size, sqlite3_int64 offset) {
  if (machine.dead) return SQLITE_IOERR_READ;
  return real(file)->pMethods->xRead(real(file), data, size, offset);
}
int file_write(sqlite3_file* file, const void* data, int size, sqlite3_int64 offset) {
  if (machine.writes_left == 0) machine.dead = true;
  if (machine.dead) return SQLITE_IOERR_WRITE;
  if (cut(file)->name != nullptr) {
    --machine.writes_left;
    ++machine.writes_done;
    machine.disks[cut(file)->name].changes.push_back(
        {offset, std::string(static_cast<const char*>(data), static_cast<std::size_t>(size))});
  }
  return real(file)->pMethods->xWrite(real(file), data, size, offset);
}
int file_truncate(sqlite3_file* file, sqlite3_int64 size) {
  if (machine.dead) return SQLITE_IOERR_TRUNCATE;
  if (cut(file)->name != nullptr) machine.disks[cut(file)->name].changes.push_back({size, {}});
  return real(file)->pMethods->xTruncate(real(file), size);
}
int file_sync(sqlite3_file* file, int) {
  if (machine.dead) return SQLITE_IOERR_FSYNC;
  if (cut(file)->name == nullptr) return SQLITE_OK;
  Disk& disk = machine.disks[cut(file)->name];
  for (const Change& change : disk.changes) apply(disk.durable, change);
  disk.changes.clear();
  return SQLITE_OK;  // the real disk is not part of the experiment
}
int file_size(sqlite3_file* file, sqlite3_int64* size) {
  if (machine.dead) return SQLITE_IOERR_FSTAT;
  return real(file)->pMethods->xFileSize(real(file), size);
}
int file_lock(sqlite3_file* file, int level) { return real(file)->pMethods->xLock(real(file), level); }
int file_unlock(sqlite3_file* file, int level) { return real(file)->pMethods->xUnlock(real(file), level); }
int file_reserved(sqlite3_file* file, int* out) { return real(file)->pMethods->xCheckReservedLock(real(file), out); }
int file_control(sqlite3_file* file, int operation, void* data) {
  return real(file)->pMethods->xFileControl(real(file), operation, data);
}
int file_sector(sqlite3_file*) { return 512; }
// Nothing is promised about the device: no atomic writes, no order, no safe append, no power-safe overwrite.
int file_device(sqlite3_file*) { return 0; }
int shm_map(sqlite3_file* file, int page, int size, int extend, void volatile** out) {
  return real(file)->pMethods->xShmMap(real(file), page, size, extend, out);
}
int shm_lock(sqlite3_file* file, int offset, int count, int flags) {
  return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
}
void shm_barrier(sqlite3_file* file) { real(file)->pMethods->xShmBarrier(real(file)); }
int shm_unmap(sqlite3_file* file, int remove) { return real(file)->pMethods->xShmUnmap(real(file), remove); }

const sqlite3_io_methods kMethods = {2,           file_close, file_read,   file_write,    file_truncate, file_sync,
                                     file_size,   file_lock,  file_unlock, file_reserved, file_control,  file_sector,
                                     file_device, shm_map,    shm_lock,    shm_barrier,   shm_unmap,     nullptr,
                                     nullptr};

int vfs_open(sqlite3_vfs*, sqlite3_filename name, sqlite3_file* file, int flags, int* out_flags) {
  file->pMethods = nullptr;
  if (machine.dead) return SQLITE_CANTOPEN;
  auto* below = static_cast<sqlite3_file*>(sqlite3_malloc(real_vfs()->szOsFile));
  const int rc = real_vfs()->xOpen(real_vfs(), name, below, flags, out_flags);
  if (rc != SQLITE_OK) {
    sqlite3_free(below);
    return rc;
  }
  // What was there before the experiment is on the disk.
  if (name != nullptr && !machine.disks.contains(name)) machine.disks[name] = Disk{contents(name), {}};
  cut(file)->real = below;
  cut(file)->name = name;
  file->pMethods = &kMethods;
  return SQLITE_OK;
}

int vfs_delete(sqlite3_vfs*, const char* name, int) {
  if (machine.dead) return SQLITE_IOERR_DELETE;
  machine.disks.erase(name);
  return real_vfs()->xDelete(real_vfs(), name, 0);
}

void register_once() {
  static sqlite3_vfs vfs;
  if (vfs.zName != nullptr) return;
  vfs = *real_vfs();
  vfs.zName = kPowerCutVfs;
  vfs.szOsFile = sizeof(CutFile);
  vfs.xOpen = vfs_open;
  vfs.xDelete = vfs_delete;
  VERIFY(sqlite3_vfs_register(&vfs, 0) == SQLITE_OK);
}

}  // namespace

void arm_power_cut(std::int64_t writes) {
  sqlite3_initialize();
  register_once();
  machine = Machine{};
  machine.writes_left = writes;
}

std::int64_t writes_done() { return machine.writes_done; }

void save_disk(const std::string& folder, Unsynced unsynced, std::uint64_t seed) {
  Random random(seed);
  for (auto& [name, disk] : machine.disks) {
    std::string image = disk.durable;
    if (unsynced == Unsynced::partly) {
      for (const Change& change : disk.changes) apply_partly(image, change, random);
    }
    if (image.empty()) continue;
    std::ofstream file(std::filesystem::path(folder) / std::filesystem::path(name).filename(), std::ios::binary);
    file.write(image.data(), static_cast<std::streamsize>(image.size()));
  }
}

}  // namespace xiezhi::crash
