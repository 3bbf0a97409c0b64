// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/formats/type/filemagic.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

struct Magic {
    qsizetype offset;
    QByteArrayView bytes;
    const char *name;
    const char *mimeType; ///< or ByItsCharacters
};

/// What file(1) calls without a MIME type has the one that its characters give it.
constexpr const char *ByItsCharacters = nullptr;

#define SONDE_MAGIC(text) QByteArrayView(text, sizeof(text) - 1)
/// In the order they are tried: the longer of two that begin alike comes first.
constexpr Magic magics[]{
    // archives and compression
    {0, SONDE_MAGIC("PK\x05\x06"), "zip archive, empty", "application/zip"},
    {0, SONDE_MAGIC("PK\x07\x08"), "zip archive, split", "application/zip"},
    {0, SONDE_MAGIC("\x1f\x8b"), "gzip compressed", "application/gzip"},
    {0, SONDE_MAGIC("\x1f\x9d"), "compress compressed", "application/x-compress"},
    {0, SONDE_MAGIC("BZh"), "bzip2 compressed", "application/x-bzip2"},
    {0, SONDE_MAGIC("\3757zXZ\0"), "xz compressed", "application/x-xz"},
    {0, SONDE_MAGIC("\x28\xb5\x2f\xfd"), "zstd compressed", "application/zstd"},
    {0, SONDE_MAGIC("\x04\x22\x4d\x18"), "lz4 compressed", "application/x-lz4"},
    {0, SONDE_MAGIC("\x89LZO\0\r\n\x1a\n"), "lzop compressed", "application/x-lzop"},
    {0, SONDE_MAGIC("LZIP"), "lzip compressed", "application/x-lzip"},
    {0, SONDE_MAGIC("7z\xbc\xaf\x27\x1c"), "7z archive", "application/x-7z-compressed"},
    {0, SONDE_MAGIC("Rar!\x1a\x07"), "rar archive", "application/x-rar"},
    {0, SONDE_MAGIC("MSCF"), "Windows cabinet", "application/vnd.ms-cab-compressed"},
    {0, SONDE_MAGIC("ITSF\3\0\0\0"), "Windows help", "application/vnd.ms-htmlhelp"},
    {0, SONDE_MAGIC("MSWIM\0\0\0"), "Windows image", "application/x-ms-wim"},
    {2, SONDE_MAGIC("-lh"), "LHA archive", "application/x-lzh-compressed"},
    {0, SONDE_MAGIC("xar!"), "xar archive", "application/x-xar"},
    {257, SONDE_MAGIC("ustar"), "tar archive", "application/x-tar"},
    {0, SONDE_MAGIC("070701"), "cpio archive", "application/x-cpio"},
    {0, SONDE_MAGIC("070702"), "cpio archive", "application/x-cpio"},
    {0, SONDE_MAGIC("070707"), "cpio archive", "application/x-cpio"},
    {0, SONDE_MAGIC("!<arch>\ndebian"), "Debian package", "application/vnd.debian.binary-package"},
    {0, SONDE_MAGIC("!<arch>\n"), "ar archive", "application/x-archive"},
    {0, SONDE_MAGIC("!<thin>\n"), "ar archive, thin", "application/x-archive"},
    {0, SONDE_MAGIC("\xed\xab\xee\xdb"), "RPM package", "application/x-rpm"},
    {0, SONDE_MAGIC("Cr24"), "Chrome extension", "application/x-chrome-extension"},
    // disks and file systems
    {0, SONDE_MAGIC("hsqs"), "squashfs image", "application/octet-stream"},
    {0x8001, SONDE_MAGIC("CD001"), "ISO 9660 image", "application/x-iso9660-image"},
    {0, SONDE_MAGIC("QFI\xfb"), "QEMU disk image", "application/x-qemu-disk"},
    {0, SONDE_MAGIC("KDMV"), "VMware disk image", "application/octet-stream"},
    {0, SONDE_MAGIC("conectix"), "Hyper-V disk image", "application/x-virtualbox-vhd"},
    {0, SONDE_MAGIC("vhdxfile"), "Hyper-V disk image", "application/x-virtualbox-vhdx"},
    {0x40, SONDE_MAGIC("\x7f\x10\xda\xbe"), "VirtualBox disk image", "application/octet-stream"},
    {0, SONDE_MAGIC("LUKS\xba\xbe"), "LUKS encrypted volume", "application/octet-stream"},
    {0x10040, SONDE_MAGIC("_BHRfS_M"), "btrfs image", "application/octet-stream"},
    {0, SONDE_MAGIC("XFSB"), "XFS image", "application/octet-stream"},
    {3, SONDE_MAGIC("NTFS    "), "NTFS image", "application/octet-stream"},
    {3, SONDE_MAGIC("-FVE-FS-"), "BitLocker volume", "application/octet-stream"},
    {0x52, SONDE_MAGIC("FAT32   "), "FAT image", "application/octet-stream"},
    {0x36, SONDE_MAGIC("FAT16   "), "FAT image", "application/octet-stream"},
    {0x36, SONDE_MAGIC("FAT12   "), "FAT image", "application/octet-stream"},
    {0x200, SONDE_MAGIC("EFI PART"), "disk image with GPT", "application/octet-stream"},
    {0xff6, SONDE_MAGIC("SWAPSPACE2"), "swap space", "application/octet-stream"},
    {0, SONDE_MAGIC("\xd0\x0d\xfe\xed"), "device tree", "application/octet-stream"},
    // documents
    {0, SONDE_MAGIC("%PDF-"), "PDF document", "application/pdf"},
    {0, SONDE_MAGIC("%!PS"), "PostScript document", "application/postscript"},
    {0, SONDE_MAGIC("{\\rtf"), "RTF document", "text/rtf"},
    {0, SONDE_MAGIC("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "OLE compound document", "application/x-ole-storage"},
    {0, SONDE_MAGIC("\xe4\x52\x5c\x7b\x8c\xd8\xa7\x4d"), "OneNote document", "application/onenote"},
    {0, SONDE_MAGIC("AT&TFORM"), "DjVu document", "image/vnd.djvu"},
    {0, SONDE_MAGIC("!BDN"), "Outlook mailbox", "application/vnd.ms-outlook"},
    // images
    {0, SONDE_MAGIC("\x89PNG\r\n\x1a\n"), "PNG image", "image/png"},
    {0, SONDE_MAGIC("\xff\xd8\xff"), "JPEG image", "image/jpeg"},
    {0, SONDE_MAGIC("GIF8"), "GIF image", "image/gif"},
    {8, SONDE_MAGIC("WEBP"), "WebP image", "image/webp"},
    {0, SONDE_MAGIC("II*\0"), "TIFF image", "image/tiff"},
    {0, SONDE_MAGIC("MM\0*"), "TIFF image", "image/tiff"},
    {0, SONDE_MAGIC("\0\0\x01\0"), "Windows icon", "image/vnd.microsoft.icon"},
    {0, SONDE_MAGIC("\0\0\x02\0"), "Windows cursor", "image/x-win-bitmap"},
    {0, SONDE_MAGIC("8BPS"), "Photoshop image", "image/vnd.adobe.photoshop"},
    {0, SONDE_MAGIC("gimp xcf"), "GIMP image", "image/x-xcf"},
    {0, SONDE_MAGIC("icns"), "Apple icon", "image/x-icns"},
    {0, SONDE_MAGIC("\0\0\0\x0cjP  \r\n"), "JPEG 2000 image", "image/jp2"},
    {0, SONDE_MAGIC("/* XPM */"), "XPM image", "image/x-xpixmap"},
    {0, SONDE_MAGIC("Xcur"), "X cursor", "image/x-xcursor"},
    // sound and film
    {8, SONDE_MAGIC("WAVE"), "WAVE audio", "audio/x-wav"},
    {8, SONDE_MAGIC("AVI "), "AVI video", "video/x-msvideo"},
    {4, SONDE_MAGIC("ftypavif"), "AVIF image", "image/avif"},
    {4, SONDE_MAGIC("ftypheic"), "HEIC image", "image/heic"},
    {4, SONDE_MAGIC("ftypqt"), "QuickTime video", "video/quicktime"},
    {4, SONDE_MAGIC("ftypM4A"), "MP4 audio", "audio/x-m4a"},
    {4, SONDE_MAGIC("ftyp"), "MP4 media", "video/mp4"},
    {0, SONDE_MAGIC("\x1a\x45\xdf\xa3"), "Matroska video", "video/x-matroska"},
    {0, SONDE_MAGIC("OggS"), "Ogg media", "application/ogg"},
    {0, SONDE_MAGIC("fLaC"), "FLAC audio", "audio/flac"},
    {0, SONDE_MAGIC("ID3"), "MP3 audio", "audio/mpeg"},
    {0, SONDE_MAGIC("MThd"), "MIDI audio", "audio/midi"},
    // data bases, logs and memory
    {0, SONDE_MAGIC("SQLite format 3\0"), "SQLite database", "application/vnd.sqlite3"},
    {0, SONDE_MAGIC("\x37\x7f\x06\x82"), "SQLite write-ahead log", "application/octet-stream"},
    {0, SONDE_MAGIC("\x37\x7f\x06\x83"), "SQLite write-ahead log", "application/octet-stream"},
    {4, SONDE_MAGIC("Standard Jet DB"), "Access database", "application/x-msaccess"},
    {4, SONDE_MAGIC("Standard ACE DB"), "Access database", "application/x-msaccess"},
    {4, SONDE_MAGIC("\xef\xcd\xab\x89"), "ESE database", "application/x-ms-ese"},
    {12, SONDE_MAGIC("\x61\x15\x06\0"), "Berkeley DB", "application/x-dbm"},
    {12, SONDE_MAGIC("\x62\x31\x05\0"), "Berkeley DB", "application/x-dbm"},
    {0, SONDE_MAGIC("\xce\x9a\x57\x13"), "GNU dbm database", "application/x-gdbm"},
    {0, SONDE_MAGIC("regf"), "Windows registry hive", "application/octet-stream"},
    {0, SONDE_MAGIC("ElfFile\0"), "Windows event log", "application/x-ms-evtx"},
    {4, SONDE_MAGIC("SCCA"), "Windows prefetch", "application/octet-stream"},
    {0, SONDE_MAGIC("MAM\x04"), "Windows prefetch, compressed", "application/octet-stream"},
    {0, SONDE_MAGIC("PAGEDU64"), "Windows crash dump", "application/octet-stream"},
    {0, SONDE_MAGIC("MDMP\x93\xa7"), "Windows minidump", "application/x-dmp"},
    {0, SONDE_MAGIC("L\0\0\0\x01\x14\x02\0"), "Windows shortcut", "application/x-ms-shortcut"},
    {0, SONDE_MAGIC("LPKSHHRH"), "systemd journal", "application/octet-stream"},
    {0, SONDE_MAGIC("\xd4\xc3\xb2\xa1"), "pcap capture", "application/vnd.tcpdump.pcap"},
    {0, SONDE_MAGIC("\xa1\xb2\xc3\xd4"), "pcap capture", "application/vnd.tcpdump.pcap"},
    {0, SONDE_MAGIC("\x0a\x0d\x0d\x0a"), "pcapng capture", "application/octet-stream"},
    // code
    {0, SONDE_MAGIC("\0asm"), "WebAssembly module", "application/wasm"},
    {0, SONDE_MAGIC("dex\n"), "Android program", "application/octet-stream"},
    {0, SONDE_MAGIC("BC\xc0\xde"), "LLVM bitcode", "application/octet-stream"},
    {0, SONDE_MAGIC("\x1bLua"), "Lua byte code", "application/octet-stream"},
    {0, SONDE_MAGIC("\x1bLJ"), "Lua byte code", "application/octet-stream"},
    {0, SONDE_MAGIC("\xde\x12\x04\x95"), "message catalogue", "application/x-gettext-translation"},
    {0, SONDE_MAGIC("\x95\x04\x12\xde"), "message catalogue", "application/x-gettext-translation"},
    {0, SONDE_MAGIC("bplist0"), "property list", "application/x-bplist"},
    {0, SONDE_MAGIC("\x1a\x01"), "terminfo entry", "application/octet-stream"},
    {0, SONDE_MAGIC("\x1e\x02"), "terminfo entry", "application/octet-stream"},
    {0, SONDE_MAGIC("TZif"), "time zone", "application/octet-stream"},
    {0, SONDE_MAGIC("FWSF"), "time zones", "application/octet-stream"},
    {0, SONDE_MAGIC("FWS"), "Flash program", "application/vnd.adobe.flash.movie"},
    {0, SONDE_MAGIC("CWS"), "Flash program", "application/vnd.adobe.flash.movie"},
    // fonts
    {0, SONDE_MAGIC("wOF2"), "WOFF2 font", "font/woff2"},
    {0, SONDE_MAGIC("wOFF"), "WOFF font", "font/woff"},
    {0, SONDE_MAGIC("OTTO"), "OpenType font", "application/vnd.ms-opentype"},
    {0, SONDE_MAGIC("ttcf"), "TrueType collection", "font/collection"},
    {0, SONDE_MAGIC("\0\x01\0\0\0"), "TrueType font", "font/sfnt"},
    {0, SONDE_MAGIC("\x80\x01"), "Type 1 font", "application/octet-stream"},
    {0,
        SONDE_MAGIC("\x01"
                    "fcp"),
        "X11 font", "application/octet-stream"},
    // keys and certificates, as far as file(1) 5.46 reads of each line
    {0, SONDE_MAGIC("-----BEGIN CERTIFICATE REQ"), "certificate request", "application/x-pem-file"},
    {0, SONDE_MAGIC("-----BEGIN NEW CERTIFICATE REQ"), "certificate request", ByItsCharacters},
    {0, SONDE_MAGIC("-----BEGIN CERTIFICATE-----"), "certificate", "application/x-pem-file"},
    {0, SONDE_MAGIC("-----BEGIN TRUSTED CERTIFICATE-----"), "certificate", ByItsCharacters},
    {0, SONDE_MAGIC("-----BEGIN X509 CRL-----"), "certificate revocation list", ByItsCharacters},
    {0, SONDE_MAGIC("-----BEGIN RSA PRIVATE"), "private key", "text/x-ssl-private-key"},
    {0, SONDE_MAGIC("-----BEGIN DSA PRIVATE"), "private key", "application/x-pem-file"},
    {0, SONDE_MAGIC("-----BEGIN EC PRIVATE"), "private key", "application/x-pem-file"},
    {0, SONDE_MAGIC("-----BEGIN ECDSA PRIVATE"), "private key", "application/x-pem-file"},
    {0, SONDE_MAGIC("-----BEGIN PRIVATE KEY-----"), "private key", "text/x-ssh-private-key"},
    {0, SONDE_MAGIC("-----BEGIN ENCRYPTED PRIVATE KEY-----"), "private key, encrypted", ByItsCharacters},
    {0, SONDE_MAGIC("-----BEGIN OPENSSH PRIVATE KEY-----"), "SSH private key", "application/x-pem-file"},
    {0, SONDE_MAGIC("-----BEGIN RSA PUBLIC KEY-----"), "public key", "text/x-ssl-public-key"},
    {0, SONDE_MAGIC("-----BEGIN PUBLIC KEY-----"), "public key", "text/x-ssh-public-key"},
    {2, SONDE_MAGIC("---BEGIN PGP PUBLIC KEY BLOCK-"), "OpenPGP public key", "application/pgp-keys"},
    {2, SONDE_MAGIC("---BEGIN PGP PRIVATE KEY BLOCK-"), "OpenPGP private key", "application/pgp-keys"},
    {0, SONDE_MAGIC("-----BEGIN PGP SIGNATURE-"), "OpenPGP signature", "application/pgp-signature"},
    {0, SONDE_MAGIC("-----BEGIN PGP SIGNED MESSAGE-"), "OpenPGP signed message", "text/PGP"},
    {0, SONDE_MAGIC("-----BEGIN PGP MESSAGE-"), "OpenPGP message", "application/pgp-encrypted"},
    {0, SONDE_MAGIC("-----BEGIN AGE ENCRYPTED FILE-----"), "age encrypted file", ByItsCharacters},
    {0, SONDE_MAGIC("-----BEGIN "), "PEM text", ByItsCharacters},
    {0, SONDE_MAGIC("age-encryption.org/v1"), "age encrypted file", ByItsCharacters},
    {0, SONDE_MAGIC("ssh-rsa "), "SSH public key", "text/x-ssh-public-key"},
    {0, SONDE_MAGIC("ssh-dss "), "SSH public key", "text/x-ssh-public-key"},
    {0, SONDE_MAGIC("ssh-ed25519"), "SSH public key", "text/x-ssh-public-key"},
    {0, SONDE_MAGIC("ecdsa-sha2-nistp256"), "SSH public key", "text/x-ssh-public-key"},
    {0, SONDE_MAGIC("ecdsa-sha2-nistp384"), "SSH public key", "text/x-ssh-public-key"},
    {0, SONDE_MAGIC("ecdsa-sha2-nistp521"), "SSH public key", "text/x-ssh-public-key"},
    {0, SONDE_MAGIC("sk-ssh-ed25519@openssh.com"), "SSH public key", "text/x-ssh-public-key"},
    {0, SONDE_MAGIC("sk-ecdsa-sha2-nistp256@openssh.com"), "SSH public key", "text/x-ssh-public-key"},
    {0, SONDE_MAGIC("---- BEGIN SSH2 PUBLIC KEY ----"), "SSH public key", ByItsCharacters},
    {0, SONDE_MAGIC("---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----"), "SSH private key", ByItsCharacters},
    {0, SONDE_MAGIC("SSH PRIVATE KEY"), "SSH private key", ByItsCharacters},
    {0, SONDE_MAGIC("SSHKRL\n\0"), "SSH key revocation list", "application/octet-stream"},
    {0, SONDE_MAGIC("PuTTY-User-Key-File-"), "private key of PuTTY", "application/x-putty-private-key"},
    {0, SONDE_MAGIC("\xfe\xed\xfe\xed"), "Java key store", "application/x-java-keystore"},
    // texts with a mark of their own
    {0, SONDE_MAGIC("REGEDIT4"), "registry export", "text/x-ms-regedit"},
    {0, SONDE_MAGIC("Windows Registry Editor"), "registry export", "text/x-ms-regedit"},
    {0, SONDE_MAGIC("\xff\xfeW\0i\0n\0d\0o\0w\0s\0 \0R\0e\0g\0i\0s\0t\0r\0y\0"), "registry export",
        "text/x-ms-regedit"},
    {0, SONDE_MAGIC("BEGIN:VCALENDAR"), "calendar", "text/calendar"},
    {0, SONDE_MAGIC("BEGIN:VCARD"), "visiting card", "text/vcard"},
};
#undef SONDE_MAGIC

} // namespace

std::optional<FileType> typeByMagic(QByteArrayView head)
{
    const auto found = std::ranges::find_if(magics, [head](const Magic &magic) {
        return head.size() >= magic.offset + magic.bytes.size()
            && head.sliced(magic.offset, magic.bytes.size()) == magic.bytes;
    });
    if (found == std::end(magics))
        return {};
    const auto name = QString::fromLatin1(found->name);
    if (found->mimeType)
        return FileType{name, QString::fromLatin1(found->mimeType)};
    return FileType{name, isTextHead(head) ? u"text/plain"_s : u"application/octet-stream"_s};
}

} // namespace Sonde::Agent
