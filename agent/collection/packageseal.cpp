// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/collection/packageseal.h"

#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

template<auto Free>
struct SealFree {
    template<typename T>
    void operator()(T *object) const
    {
        Free(object);
    }
};
using SealBio = std::unique_ptr<BIO, SealFree<BIO_free>>;
using SealCertificate = std::unique_ptr<X509, SealFree<X509_free>>;
using SealMessage = std::unique_ptr<CMS_ContentInfo, SealFree<CMS_ContentInfo_free>>;

SealCertificate readCertificate(const QByteArray &content)
{
    const SealBio text(BIO_new_mem_buf(content.constData(), int(content.size())));
    SealCertificate certificate(PEM_read_bio_X509(text.get(), nullptr, nullptr, nullptr));
    if (certificate)
        return certificate;
    const auto *bytes = reinterpret_cast<const unsigned char *>(content.constData());
    return SealCertificate(d2i_X509(nullptr, &bytes, long(content.size())));
}

QString subjectOf(const X509 &certificate)
{
    const SealBio text(BIO_new(BIO_s_mem()));
    X509_NAME_print_ex(text.get(), X509_get_subject_name(&certificate), 0, XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB);
    char *data = nullptr;
    const long size = BIO_get_mem_data(text.get(), &data);
    return QString::fromUtf8(data, size);
}

QString fingerprintOf(const X509 &certificate)
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    X509_digest(&certificate, EVP_sha256(), digest, &size);
    return QString::fromLatin1(QByteArray(reinterpret_cast<const char *>(digest), qsizetype(size)).toHex());
}

/// RSA keys are wrapped with OAEP; other kinds have but one way.
bool addRecipient(CMS_ContentInfo &message, X509 &certificate)
{
    CMS_RecipientInfo *recipient = CMS_add1_recipient_cert(&message, &certificate, CMS_KEY_PARAM);
    EVP_PKEY_CTX *key = recipient ? CMS_RecipientInfo_get0_pkey_ctx(recipient) : nullptr;
    const bool isRsa = recipient && EVP_PKEY_is_a(X509_get0_pubkey(&certificate), "RSA");
    return recipient && (!isRsa || (key && EVP_PKEY_CTX_set_rsa_padding(key, RSA_PKCS1_OAEP_PADDING) > 0));
}

} // namespace

/// What goes in on one side is content, what comes out on the other is the message.
class PackageSeal::Pipe final
{
    Q_DISABLE_COPY_MOVE(Pipe)

public:
    explicit Pipe(GzipWriter::Out out)
        : m_out(std::move(out))
        , m_end(BIO_new(method()))
    {
        BIO_set_data(m_end.get(), this);
        BIO_set_init(m_end.get(), 1);
    }
    ~Pipe() { close(); }

    [[nodiscard]] bool begin(X509 &certificate)
    {
        m_message.reset(CMS_encrypt(nullptr, nullptr, EVP_aes_256_cbc(), CMS_STREAM | CMS_BINARY | CMS_PARTIAL));
        if (!m_message || !addRecipient(*m_message, certificate))
            return false;
        m_content = BIO_new_CMS(m_end.get(), m_message.get());
        return m_content;
    }
    [[nodiscard]] bool add(std::span<const char> bytes)
    {
        size_t written = 0;
        return bytes.empty()
            || (BIO_write_ex(m_content, bytes.data(), bytes.size(), &written) == 1 && written == bytes.size());
    }
    [[nodiscard]] bool finish() { return BIO_flush(m_content) == 1 && !m_failure; }
    [[nodiscard]] const std::optional<Error> &failure() const { return m_failure; }

private:
    /// One for the whole process, which has some hundred numbers for kinds and takes none back.
    static const BIO_METHOD *method()
    {
        static const std::unique_ptr<BIO_METHOD, SealFree<BIO_meth_free>> made = [] {
            std::unique_ptr<BIO_METHOD, SealFree<BIO_meth_free>> method(
                BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "package"));
            BIO_meth_set_write_ex(method.get(), &Pipe::write);
            BIO_meth_set_ctrl(method.get(), &Pipe::control);
            return method;
        }();
        return made.get();
    }
    static int write(BIO *bio, const char *bytes, size_t size, size_t *written)
    {
        auto &pipe = *static_cast<Pipe *>(BIO_get_data(bio));
        *written = 0;
        if (pipe.m_failure)
            return 0;
        if (const auto out = pipe.m_out(std::span(bytes, size)); !out) {
            pipe.m_failure = out.error();
            return 0;
        }
        *written = size;
        return 1;
    }
    static long control(BIO *, int command, long, void *) { return command == BIO_CTRL_FLUSH ? 1 : 0; }

    /// What CMS put before the end is not freed with it.
    void close()
    {
        while (m_content && m_content != m_end.get()) {
            BIO *next = BIO_pop(m_content);
            BIO_free(m_content);
            m_content = next;
        }
    }

    GzipWriter::Out m_out;
    SealBio m_end;
    SealMessage m_message;
    BIO *m_content = nullptr;
    std::optional<Error> m_failure;
};

PackageSeal::PackageSeal(GzipWriter::Out out)
    : m_pipe(std::make_unique<Pipe>(std::move(out)))
{
}

PackageSeal::~PackageSeal() = default;

Result<std::unique_ptr<PackageSeal>> PackageSeal::make(
    const QString &name, const QByteArray &content, GzipWriter::Out out)
{
    std::unique_ptr<PackageSeal> seal(new PackageSeal(std::move(out)));
    if (!seal->begin(content))
        return fail(ErrorCode::BadValue, name).with(Fact::Parameter, u"encrypt"_s);
    return seal;
}

bool PackageSeal::begin(const QByteArray &content)
{
    const SealCertificate certificate = readCertificate(content);
    if (!certificate || !m_pipe->begin(*certificate)) {
        ERR_clear_error();
        return false;
    }
    m_subject = subjectOf(*certificate);
    m_fingerprint = fingerprintOf(*certificate);
    return true;
}

std::unexpected<Error> PackageSeal::failure() const
{
    return std::unexpected(m_pipe->failure().value_or(Error{ErrorCode::Internal, u"cms"_s, {}, {}}));
}

Result<void> PackageSeal::add(std::span<const char> bytes)
{
    return m_pipe->add(bytes) ? Result<void>() : failure();
}

Result<void> PackageSeal::finish()
{
    return m_pipe->finish() ? Result<void>() : failure();
}

} // namespace Sonde::Agent
